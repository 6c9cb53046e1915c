// Generated from the migrations by `npx pnpm@10 run types`: never edited.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      administrator_profiles: {
        Row: {
          approved_at: string | null;
          created_at: string;
          facility_name: string;
          suspended_at: string | null;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          approved_at?: string | null;
          created_at?: string;
          facility_name: string;
          suspended_at?: string | null;
          updated_at?: string;
          user_id: string;
        };
        Update: {
          approved_at?: string | null;
          created_at?: string;
          facility_name?: string;
          suspended_at?: string | null;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "administrator_profiles_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: true;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
        ];
      };
      appointments: {
        Row: {
          appointment_number: string;
          appointment_type: string;
          chief_complaint: string | null;
          created_at: string;
          facility_name: string | null;
          id: string;
          patient_id: string;
          provider_id: string;
          scheduled_end: string | null;
          scheduled_start: string;
          specialty: string | null;
          status: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          appointment_number?: string;
          appointment_type?: string;
          chief_complaint?: string | null;
          created_at?: string;
          facility_name?: string | null;
          id?: string;
          patient_id: string;
          provider_id: string;
          scheduled_end?: string | null;
          scheduled_start: string;
          specialty?: string | null;
          status?: string;
          updated_at?: string;
        };
        Update: {
          appointment_number?: string;
          appointment_type?: string;
          chief_complaint?: string | null;
          created_at?: string;
          facility_name?: string | null;
          id?: string;
          patient_id?: string;
          provider_id?: string;
          scheduled_end?: string | null;
          scheduled_start?: string;
          specialty?: string | null;
          status?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "appointments_patient_id_fkey";
            columns: ["patient_id"];
            isOneToOne: false;
            referencedRelation: "patient_profiles";
            referencedColumns: ["user_id"];
          },
          {
            foreignKeyName: "appointments_provider_id_fkey";
            columns: ["provider_id"];
            isOneToOne: false;
            referencedRelation: "medical_provider_profiles";
            referencedColumns: ["user_id"];
          },
        ];
      };
      call_transcript_chunks: {
        Row: {
          attendee_id: string | null;
          created_at: string;
          encounter_id: string;
          sequence: number;
          source_sequence: number | null;
          speaker_role: string;
          started_at: string | null;
          stored_by: string;
          text: string;
        };
        ComputedFields: never;
        Insert: {
          attendee_id?: string | null;
          created_at?: string;
          encounter_id: string;
          sequence: number;
          source_sequence?: number | null;
          speaker_role: string;
          started_at?: string | null;
          stored_by: string;
          text: string;
        };
        Update: {
          attendee_id?: string | null;
          created_at?: string;
          encounter_id?: string;
          sequence?: number;
          source_sequence?: number | null;
          speaker_role?: string;
          started_at?: string | null;
          stored_by?: string;
          text?: string;
        };
        Relationships: [
          {
            foreignKeyName: "call_transcript_chunks_encounter_id_attendee_id_fkey";
            columns: ["encounter_id", "attendee_id"];
            isOneToOne: false;
            referencedRelation: "video_call_attendees";
            referencedColumns: ["encounter_id", "attendee_id"];
          },
          {
            foreignKeyName: "call_transcript_chunks_encounter_id_fkey";
            columns: ["encounter_id"];
            isOneToOne: false;
            referencedRelation: "video_call_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "call_transcript_chunks_stored_by_fkey";
            columns: ["stored_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
        ];
      };
      context_snapshots: {
        Row: {
          content: NonNullable<Json>;
          created_at: string;
          created_by: string;
          encounter_id: string;
          id: string;
          record_version: string;
          snapshot_version: number;
        };
        ComputedFields: never;
        Insert: {
          content: NonNullable<Json>;
          created_at?: string;
          created_by: string;
          encounter_id: string;
          id?: string;
          record_version: string;
          snapshot_version: number;
        };
        Update: {
          content?: NonNullable<Json>;
          created_at?: string;
          created_by?: string;
          encounter_id?: string;
          id?: string;
          record_version?: string;
          snapshot_version?: number;
        };
        Relationships: [
          {
            foreignKeyName: "context_snapshots_created_by_fkey";
            columns: ["created_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "context_snapshots_encounter_id_fkey";
            columns: ["encounter_id"];
            isOneToOne: false;
            referencedRelation: "video_call_sessions";
            referencedColumns: ["id"];
          },
        ];
      };
      emergency_accesses: {
        Row: {
          expires_at: string;
          facility_name: string | null;
          id: string;
          last_read_at: string | null;
          opened_at: string;
          patient_id: string;
          provider_id: string;
          reads: number;
          reason: string;
          revoked_at: string | null;
          revoked_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          expires_at: string;
          facility_name?: string | null;
          id?: string;
          last_read_at?: string | null;
          opened_at?: string;
          patient_id: string;
          provider_id: string;
          reads?: number;
          reason: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
        };
        Update: {
          expires_at?: string;
          facility_name?: string | null;
          id?: string;
          last_read_at?: string | null;
          opened_at?: string;
          patient_id?: string;
          provider_id?: string;
          reads?: number;
          reason?: string;
          revoked_at?: string | null;
          revoked_by?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "emergency_accesses_patient_id_fkey";
            columns: ["patient_id"];
            isOneToOne: false;
            referencedRelation: "patient_profiles";
            referencedColumns: ["user_id"];
          },
          {
            foreignKeyName: "emergency_accesses_provider_id_fkey";
            columns: ["provider_id"];
            isOneToOne: false;
            referencedRelation: "medical_provider_profiles";
            referencedColumns: ["user_id"];
          },
          {
            foreignKeyName: "emergency_accesses_revoked_by_fkey";
            columns: ["revoked_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
        ];
      };
      medical_provider_profiles: {
        Row: {
          approved_at: string | null;
          created_at: string;
          display_name: string;
          facility_name: string | null;
          license_number: string | null;
          specialty: string | null;
          suspended_at: string | null;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          approved_at?: string | null;
          created_at?: string;
          display_name: string;
          facility_name?: string | null;
          license_number?: string | null;
          specialty?: string | null;
          suspended_at?: string | null;
          updated_at?: string;
          user_id: string;
        };
        Update: {
          approved_at?: string | null;
          created_at?: string;
          display_name?: string;
          facility_name?: string | null;
          license_number?: string | null;
          specialty?: string | null;
          suspended_at?: string | null;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "medical_provider_profiles_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: true;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
        ];
      };
      patient_profiles: {
        Row: {
          address: string | null;
          blood_type: string | null;
          created_at: string;
          cumulative_medical_record: NonNullable<Json>;
          emergency_contact_name: string | null;
          emergency_contact_phone: string | null;
          emergency_contact_relationship: string | null;
          medical_record_last_soap_note_id: string | null;
          medical_record_last_updated_at: string | null;
          patient_number: string | null;
          updated_at: string;
          user_id: string;
        };
        ComputedFields: never;
        Insert: {
          address?: string | null;
          blood_type?: string | null;
          created_at?: string;
          cumulative_medical_record?: NonNullable<Json>;
          emergency_contact_name?: string | null;
          emergency_contact_phone?: string | null;
          emergency_contact_relationship?: string | null;
          medical_record_last_soap_note_id?: string | null;
          medical_record_last_updated_at?: string | null;
          patient_number?: string | null;
          updated_at?: string;
          user_id: string;
        };
        Update: {
          address?: string | null;
          blood_type?: string | null;
          created_at?: string;
          cumulative_medical_record?: NonNullable<Json>;
          emergency_contact_name?: string | null;
          emergency_contact_phone?: string | null;
          emergency_contact_relationship?: string | null;
          medical_record_last_soap_note_id?: string | null;
          medical_record_last_updated_at?: string | null;
          patient_number?: string | null;
          updated_at?: string;
          user_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "patient_profiles_last_soap_note_fkey";
            columns: ["medical_record_last_soap_note_id", "user_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id", "patient_id"];
          },
          {
            foreignKeyName: "patient_profiles_user_id_fkey";
            columns: ["user_id"];
            isOneToOne: true;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
        ];
      };
      record_conflicts: {
        Row: {
          closed_at: string | null;
          field: string | null;
          id: string;
          item_ids: NonNullable<Json>;
          kind: string;
          opened_at: string;
          patient_id: string;
          section: string;
          sides: NonNullable<Json>;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          closed_at?: string | null;
          field?: string | null;
          id: string;
          item_ids: NonNullable<Json>;
          kind: string;
          opened_at?: string;
          patient_id: string;
          section: string;
          sides: NonNullable<Json>;
          status?: string;
        };
        Update: {
          closed_at?: string | null;
          field?: string | null;
          id?: string;
          item_ids?: NonNullable<Json>;
          kind?: string;
          opened_at?: string;
          patient_id?: string;
          section?: string;
          sides?: NonNullable<Json>;
          status?: string;
        };
        Relationships: [
          {
            foreignKeyName: "record_conflicts_patient_id_fkey";
            columns: ["patient_id"];
            isOneToOne: false;
            referencedRelation: "patient_profiles";
            referencedColumns: ["user_id"];
          },
        ];
      };
      record_decisions: {
        Row: {
          conflict_id: string;
          decided_at: string;
          decided_by: string;
          decision: string;
          id: string;
          patch: NonNullable<Json>;
          patient_id: string;
          reason: string;
          supersedes: string | null;
          value: Json | null;
        };
        ComputedFields: never;
        Insert: {
          conflict_id: string;
          decided_at: string;
          decided_by: string;
          decision: string;
          id?: string;
          patch: NonNullable<Json>;
          patient_id: string;
          reason: string;
          supersedes?: string | null;
          value?: Json | null;
        };
        Update: {
          conflict_id?: string;
          decided_at?: string;
          decided_by?: string;
          decision?: string;
          id?: string;
          patch?: NonNullable<Json>;
          patient_id?: string;
          reason?: string;
          supersedes?: string | null;
          value?: Json | null;
        };
        Relationships: [
          {
            foreignKeyName: "record_decisions_conflict_id_patient_id_fkey";
            columns: ["conflict_id", "patient_id"];
            isOneToOne: false;
            referencedRelation: "record_conflicts";
            referencedColumns: ["id", "patient_id"];
          },
          {
            foreignKeyName: "record_decisions_decided_by_fkey";
            columns: ["decided_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "record_decisions_supersedes_fkey";
            columns: ["supersedes"];
            isOneToOne: true;
            referencedRelation: "record_decisions";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_assessment_problem_list: {
        Row: {
          diagnosis_name: string;
          evidence: NonNullable<Json>;
          icd10_code: string | null;
          id: string;
          notes: string | null;
          onset_date: string | null;
          position: number;
          severity: string | null;
          soap_note_id: string;
          status: string | null;
        };
        ComputedFields: never;
        Insert: {
          diagnosis_name: string;
          evidence?: NonNullable<Json>;
          icd10_code?: string | null;
          id?: string;
          notes?: string | null;
          onset_date?: string | null;
          position?: number;
          severity?: string | null;
          soap_note_id: string;
          status?: string | null;
        };
        Update: {
          diagnosis_name?: string;
          evidence?: NonNullable<Json>;
          icd10_code?: string | null;
          id?: string;
          notes?: string | null;
          onset_date?: string | null;
          position?: number;
          severity?: string | null;
          soap_note_id?: string;
          status?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_assessment_problem_list_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_coding_billing: {
        Row: {
          code: string;
          code_system: string;
          description: string | null;
          evidence: NonNullable<Json>;
          id: string;
          position: number;
          rationale: string | null;
          soap_note_id: string;
          status: string | null;
        };
        ComputedFields: never;
        Insert: {
          code: string;
          code_system: string;
          description?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          rationale?: string | null;
          soap_note_id: string;
          status?: string | null;
        };
        Update: {
          code?: string;
          code_system?: string;
          description?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          rationale?: string | null;
          soap_note_id?: string;
          status?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_coding_billing_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_drafts: {
        Row: {
          attempts: number;
          completed_at: string | null;
          created_at: string;
          created_by: string;
          deadline_at: string;
          draft: Json | null;
          encounter_id: string;
          failure: string | null;
          id: string;
          lease_id: string | null;
          lease_until: string | null;
          model: string;
          model_answer: string | null;
          phase: string;
          prompt_version: string;
          revision: number;
          snapshot_id: string | null;
          state: string;
          transcript_chunks: number | null;
          transcript_sha256: string;
        };
        ComputedFields: never;
        Insert: {
          attempts?: number;
          completed_at?: string | null;
          created_at?: string;
          created_by: string;
          deadline_at?: string;
          draft?: Json | null;
          encounter_id: string;
          failure?: string | null;
          id?: string;
          lease_id?: string | null;
          lease_until?: string | null;
          model: string;
          model_answer?: string | null;
          phase?: string;
          prompt_version: string;
          revision: number;
          snapshot_id?: string | null;
          state?: string;
          transcript_chunks?: number | null;
          transcript_sha256: string;
        };
        Update: {
          attempts?: number;
          completed_at?: string | null;
          created_at?: string;
          created_by?: string;
          deadline_at?: string;
          draft?: Json | null;
          encounter_id?: string;
          failure?: string | null;
          id?: string;
          lease_id?: string | null;
          lease_until?: string | null;
          model?: string;
          model_answer?: string | null;
          phase?: string;
          prompt_version?: string;
          revision?: number;
          snapshot_id?: string | null;
          state?: string;
          transcript_chunks?: number | null;
          transcript_sha256?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_drafts_created_by_fkey";
            columns: ["created_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "soap_drafts_encounter_id_fkey";
            columns: ["encounter_id"];
            isOneToOne: false;
            referencedRelation: "video_call_sessions";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "soap_drafts_snapshot_id_encounter_id_fkey";
            columns: ["snapshot_id", "encounter_id"];
            isOneToOne: false;
            referencedRelation: "context_snapshots";
            referencedColumns: ["id", "encounter_id"];
          },
        ];
      };
      soap_note_merges: {
        Row: {
          changes: NonNullable<Json>;
          merged_at: string;
          merged_by: string | null;
          patient_id: string;
          record_version: string;
          soap_note_id: string;
        };
        ComputedFields: never;
        Insert: {
          changes: NonNullable<Json>;
          merged_at?: string;
          merged_by?: string | null;
          patient_id: string;
          record_version: string;
          soap_note_id: string;
        };
        Update: {
          changes?: NonNullable<Json>;
          merged_at?: string;
          merged_by?: string | null;
          patient_id?: string;
          record_version?: string;
          soap_note_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_note_merges_merged_by_fkey";
            columns: ["merged_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "soap_note_merges_soap_note_id_patient_id_fkey";
            columns: ["soap_note_id", "patient_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id", "patient_id"];
          },
        ];
      };
      soap_notes: {
        Row: {
          amendment_reason: string | null;
          amends_note_id: string | null;
          appointment_id: string;
          content_sha256: string | null;
          created_at: string;
          draft_id: string | null;
          edited_by_clinician: boolean;
          encounter_at: string | null;
          encounter_id: string;
          id: string;
          list_states: NonNullable<Json>;
          merged_at: string | null;
          meta: NonNullable<Json>;
          patient_id: string;
          provider_id: string;
          retracted_at: string | null;
          retracted_by: string | null;
          retraction_reason: string | null;
          revision: number;
          schema_version: string;
          signed_at: string | null;
          signed_by: string | null;
          status: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          amendment_reason?: string | null;
          amends_note_id?: string | null;
          appointment_id: string;
          content_sha256?: string | null;
          created_at?: string;
          draft_id?: string | null;
          edited_by_clinician?: boolean;
          encounter_at?: string | null;
          encounter_id: string;
          id?: string;
          list_states?: NonNullable<Json>;
          merged_at?: string | null;
          meta?: NonNullable<Json>;
          patient_id: string;
          provider_id: string;
          retracted_at?: string | null;
          retracted_by?: string | null;
          retraction_reason?: string | null;
          revision?: number;
          schema_version?: string;
          signed_at?: string | null;
          signed_by?: string | null;
          status?: string;
          updated_at?: string;
        };
        Update: {
          amendment_reason?: string | null;
          amends_note_id?: string | null;
          appointment_id?: string;
          content_sha256?: string | null;
          created_at?: string;
          draft_id?: string | null;
          edited_by_clinician?: boolean;
          encounter_at?: string | null;
          encounter_id?: string;
          id?: string;
          list_states?: NonNullable<Json>;
          merged_at?: string | null;
          meta?: NonNullable<Json>;
          patient_id?: string;
          provider_id?: string;
          retracted_at?: string | null;
          retracted_by?: string | null;
          retraction_reason?: string | null;
          revision?: number;
          schema_version?: string;
          signed_at?: string | null;
          signed_by?: string | null;
          status?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_notes_amends_note_id_patient_id_fkey";
            columns: ["amends_note_id", "patient_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id", "patient_id"];
          },
          {
            foreignKeyName: "soap_notes_draft_id_fkey";
            columns: ["draft_id"];
            isOneToOne: false;
            referencedRelation: "soap_drafts";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "soap_notes_encounter_id_appointment_id_patient_id_provider_fkey";
            columns: ["encounter_id", "appointment_id", "patient_id", "provider_id"];
            isOneToOne: false;
            referencedRelation: "video_call_sessions";
            referencedColumns: ["id", "appointment_id", "patient_id", "provider_id"];
          },
          {
            foreignKeyName: "soap_notes_retracted_by_fkey";
            columns: ["retracted_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "soap_notes_signed_by_fkey";
            columns: ["signed_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_objective_diagnostics: {
        Row: {
          date: string | null;
          evidence: NonNullable<Json>;
          id: string;
          interpretation: string | null;
          loinc_code: string | null;
          position: number;
          result_value: string | null;
          soap_note_id: string;
          test_name: string;
          unit: string | null;
        };
        ComputedFields: never;
        Insert: {
          date?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          interpretation?: string | null;
          loinc_code?: string | null;
          position?: number;
          result_value?: string | null;
          soap_note_id: string;
          test_name: string;
          unit?: string | null;
        };
        Update: {
          date?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          interpretation?: string | null;
          loinc_code?: string | null;
          position?: number;
          result_value?: string | null;
          soap_note_id?: string;
          test_name?: string;
          unit?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_objective_diagnostics_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_objective_physical_exam: {
        Row: {
          evidence: NonNullable<Json>;
          finding: string;
          id: string;
          position: number;
          soap_note_id: string;
          status: string | null;
          system: string;
        };
        ComputedFields: never;
        Insert: {
          evidence?: NonNullable<Json>;
          finding: string;
          id?: string;
          position?: number;
          soap_note_id: string;
          status?: string | null;
          system: string;
        };
        Update: {
          evidence?: NonNullable<Json>;
          finding?: string;
          id?: string;
          position?: number;
          soap_note_id?: string;
          status?: string | null;
          system?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_objective_physical_exam_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_objective_vital_signs: {
        Row: {
          evidence: NonNullable<Json>;
          id: string;
          loinc_code: string | null;
          measured_at: string | null;
          position: number;
          soap_note_id: string;
          unit: string | null;
          vital_name: string;
          vital_value: string;
        };
        ComputedFields: never;
        Insert: {
          evidence?: NonNullable<Json>;
          id?: string;
          loinc_code?: string | null;
          measured_at?: string | null;
          position?: number;
          soap_note_id: string;
          unit?: string | null;
          vital_name: string;
          vital_value: string;
        };
        Update: {
          evidence?: NonNullable<Json>;
          id?: string;
          loinc_code?: string | null;
          measured_at?: string | null;
          position?: number;
          soap_note_id?: string;
          unit?: string | null;
          vital_name?: string;
          vital_value?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_objective_vital_signs_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_plan_items: {
        Row: {
          category: string;
          description: string;
          due: string | null;
          evidence: NonNullable<Json>;
          id: string;
          position: number;
          soap_note_id: string;
        };
        ComputedFields: never;
        Insert: {
          category: string;
          description: string;
          due?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          soap_note_id: string;
        };
        Update: {
          category?: string;
          description?: string;
          due?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          soap_note_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_plan_items_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_plan_medication: {
        Row: {
          dose: string | null;
          duration: string | null;
          evidence: NonNullable<Json>;
          frequency: string | null;
          id: string;
          indication: string | null;
          medication_name: string;
          position: number;
          route: string | null;
          rxnorm_code: string | null;
          soap_note_id: string;
          status: string | null;
        };
        ComputedFields: never;
        Insert: {
          dose?: string | null;
          duration?: string | null;
          evidence?: NonNullable<Json>;
          frequency?: string | null;
          id?: string;
          indication?: string | null;
          medication_name: string;
          position?: number;
          route?: string | null;
          rxnorm_code?: string | null;
          soap_note_id: string;
          status?: string | null;
        };
        Update: {
          dose?: string | null;
          duration?: string | null;
          evidence?: NonNullable<Json>;
          frequency?: string | null;
          id?: string;
          indication?: string | null;
          medication_name?: string;
          position?: number;
          route?: string | null;
          rxnorm_code?: string | null;
          soap_note_id?: string;
          status?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_plan_medication_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_safety_alerts: {
        Row: {
          alert_type: string;
          dismissed_at: string | null;
          dismissed_by: string | null;
          dismissed_reason: string | null;
          evidence: NonNullable<Json>;
          id: string;
          message: string;
          position: number;
          severity: string;
          soap_note_id: string;
          status: string;
        };
        ComputedFields: never;
        Insert: {
          alert_type: string;
          dismissed_at?: string | null;
          dismissed_by?: string | null;
          dismissed_reason?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          message: string;
          position?: number;
          severity: string;
          soap_note_id: string;
          status?: string;
        };
        Update: {
          alert_type?: string;
          dismissed_at?: string | null;
          dismissed_by?: string | null;
          dismissed_reason?: string | null;
          evidence?: NonNullable<Json>;
          id?: string;
          message?: string;
          position?: number;
          severity?: string;
          soap_note_id?: string;
          status?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_safety_alerts_dismissed_by_fkey";
            columns: ["dismissed_by"];
            isOneToOne: false;
            referencedRelation: "users";
            referencedColumns: ["id"];
          },
          {
            foreignKeyName: "soap_safety_alerts_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_subjective_allergies: {
        Row: {
          allergen: string;
          evidence: NonNullable<Json>;
          id: string;
          position: number;
          reaction: string | null;
          severity: string | null;
          soap_note_id: string;
          status: string | null;
        };
        ComputedFields: never;
        Insert: {
          allergen: string;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          reaction?: string | null;
          severity?: string | null;
          soap_note_id: string;
          status?: string | null;
        };
        Update: {
          allergen?: string;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          reaction?: string | null;
          severity?: string | null;
          soap_note_id?: string;
          status?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_subjective_allergies_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_subjective_history: {
        Row: {
          age_of_onset: string | null;
          date: string | null;
          evidence: NonNullable<Json>;
          icd10_code: string | null;
          id: string;
          kind: string;
          name: string;
          notes: string | null;
          position: number;
          relationship: string | null;
          severity: string | null;
          soap_note_id: string;
          status: string | null;
          surgeon: string | null;
        };
        ComputedFields: never;
        Insert: {
          age_of_onset?: string | null;
          date?: string | null;
          evidence?: NonNullable<Json>;
          icd10_code?: string | null;
          id?: string;
          kind: string;
          name: string;
          notes?: string | null;
          position?: number;
          relationship?: string | null;
          severity?: string | null;
          soap_note_id: string;
          status?: string | null;
          surgeon?: string | null;
        };
        Update: {
          age_of_onset?: string | null;
          date?: string | null;
          evidence?: NonNullable<Json>;
          icd10_code?: string | null;
          id?: string;
          kind?: string;
          name?: string;
          notes?: string | null;
          position?: number;
          relationship?: string | null;
          severity?: string | null;
          soap_note_id?: string;
          status?: string | null;
          surgeon?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_subjective_history_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_subjective_hpi: {
        Row: {
          description: string;
          element: string;
          evidence: NonNullable<Json>;
          id: string;
          position: number;
          soap_note_id: string;
        };
        ComputedFields: never;
        Insert: {
          description: string;
          element: string;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          soap_note_id: string;
        };
        Update: {
          description?: string;
          element?: string;
          evidence?: NonNullable<Json>;
          id?: string;
          position?: number;
          soap_note_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_subjective_hpi_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_subjective_medications: {
        Row: {
          dose: string | null;
          duration: string | null;
          evidence: NonNullable<Json>;
          frequency: string | null;
          id: string;
          indication: string | null;
          medication_name: string;
          position: number;
          route: string | null;
          rxnorm_code: string | null;
          soap_note_id: string;
          status: string | null;
        };
        ComputedFields: never;
        Insert: {
          dose?: string | null;
          duration?: string | null;
          evidence?: NonNullable<Json>;
          frequency?: string | null;
          id?: string;
          indication?: string | null;
          medication_name: string;
          position?: number;
          route?: string | null;
          rxnorm_code?: string | null;
          soap_note_id: string;
          status?: string | null;
        };
        Update: {
          dose?: string | null;
          duration?: string | null;
          evidence?: NonNullable<Json>;
          frequency?: string | null;
          id?: string;
          indication?: string | null;
          medication_name?: string;
          position?: number;
          route?: string | null;
          rxnorm_code?: string | null;
          soap_note_id?: string;
          status?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: "soap_subjective_medications_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      soap_subjective_review_of_systems: {
        Row: {
          evidence: NonNullable<Json>;
          finding: string;
          id: string;
          position: number;
          soap_note_id: string;
          status: string | null;
          system: string;
        };
        ComputedFields: never;
        Insert: {
          evidence?: NonNullable<Json>;
          finding: string;
          id?: string;
          position?: number;
          soap_note_id: string;
          status?: string | null;
          system: string;
        };
        Update: {
          evidence?: NonNullable<Json>;
          finding?: string;
          id?: string;
          position?: number;
          soap_note_id?: string;
          status?: string | null;
          system?: string;
        };
        Relationships: [
          {
            foreignKeyName: "soap_subjective_review_of_systems_soap_note_id_fkey";
            columns: ["soap_note_id"];
            isOneToOne: false;
            referencedRelation: "soap_notes";
            referencedColumns: ["id"];
          },
        ];
      };
      users: {
        Row: {
          created_at: string;
          date_of_birth: string | null;
          disabled_at: string | null;
          email: string | null;
          firebase_uid: string;
          first_name: string | null;
          gender: string | null;
          id: string;
          last_name: string | null;
          phone: string | null;
          profile_image_url: string | null;
          sex_at_birth: string | null;
          tokens_valid_after: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          date_of_birth?: string | null;
          disabled_at?: string | null;
          email?: string | null;
          firebase_uid: string;
          first_name?: string | null;
          gender?: string | null;
          id?: string;
          last_name?: string | null;
          phone?: string | null;
          profile_image_url?: string | null;
          sex_at_birth?: string | null;
          tokens_valid_after?: string | null;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          date_of_birth?: string | null;
          disabled_at?: string | null;
          email?: string | null;
          firebase_uid?: string;
          first_name?: string | null;
          gender?: string | null;
          id?: string;
          last_name?: string | null;
          phone?: string | null;
          profile_image_url?: string | null;
          sex_at_birth?: string | null;
          tokens_valid_after?: string | null;
          updated_at?: string;
        };
        Relationships: [];
      };
      video_call_attendees: {
        Row: {
          attendee_id: string;
          created_at: string;
          encounter_id: string;
          speaker_role: string;
        };
        ComputedFields: never;
        Insert: {
          attendee_id: string;
          created_at?: string;
          encounter_id: string;
          speaker_role: string;
        };
        Update: {
          attendee_id?: string;
          created_at?: string;
          encounter_id?: string;
          speaker_role?: string;
        };
        Relationships: [
          {
            foreignKeyName: "video_call_attendees_encounter_id_fkey";
            columns: ["encounter_id"];
            isOneToOne: false;
            referencedRelation: "video_call_sessions";
            referencedColumns: ["id"];
          },
        ];
      };
      video_call_sessions: {
        Row: {
          appointment_id: string;
          context_snapshot_id: string | null;
          created_at: string;
          encounter_status: string;
          ended_at: string | null;
          id: string;
          patient_id: string;
          provider_id: string;
          soap_status: string;
          started_at: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          appointment_id: string;
          context_snapshot_id?: string | null;
          created_at?: string;
          encounter_status?: string;
          ended_at?: string | null;
          id?: string;
          patient_id: string;
          provider_id: string;
          soap_status?: string;
          started_at?: string | null;
          updated_at?: string;
        };
        Update: {
          appointment_id?: string;
          context_snapshot_id?: string | null;
          created_at?: string;
          encounter_status?: string;
          ended_at?: string | null;
          id?: string;
          patient_id?: string;
          provider_id?: string;
          soap_status?: string;
          started_at?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: "video_call_sessions_appointment_id_patient_id_provider_id_fkey";
            columns: ["appointment_id", "patient_id", "provider_id"];
            isOneToOne: false;
            referencedRelation: "appointments";
            referencedColumns: ["id", "patient_id", "provider_id"];
          },
          {
            foreignKeyName: "video_call_sessions_context_snapshot_id_fkey";
            columns: ["context_snapshot_id", "id"];
            isOneToOne: false;
            referencedRelation: "context_snapshots";
            referencedColumns: ["id", "encounter_id"];
          },
        ];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      advance_soap_draft: { Args: { p_draft_id: string; p_lease_id: string; p_phase: string }; Returns: Json };
      amend_soap_note: { Args: { p_note: Json; p_reason: string; p_soap_note_id: string }; Returns: Json };
      append_transcript_chunks: { Args: { p_chunks: Json; p_encounter_id: string }; Returns: Json };
      begin_soap_draft: {
        Args: {
          p_appointment_id?: string;
          p_encounter_id: string;
          p_idempotency_key?: string;
          p_model?: string;
          p_patient_id?: string;
          p_prompt_version?: string;
          p_provider_id?: string;
          p_transcript?: Json;
        };
        Returns: Json;
      };
      claim_soap_draft: { Args: { p_draft_id: string }; Returns: Json };
      complete_soap_draft: { Args: { p_draft_id: string; p_lease_id: string; p_note: Json }; Returns: Json };
      create_context_snapshot: {
        Args: { p_appointment_id?: string; p_encounter_id: string; p_idempotency_key?: string; p_patient_id?: string };
        Returns: Json;
      };
      dismiss_safety_alert: { Args: { p_alert_id: string; p_reason: string }; Returns: Json };
      get_patient_history: {
        Args: { p_appointment_id?: string; p_cursor?: string; p_patient_id: string };
        Returns: Json;
      };
      merge_preview: { Args: { p_soap_note_id: string }; Returns: Json };
      merge_soap_into_cumulative_record: { Args: { p_patient_id: string; p_soap_note_id: string }; Returns: Json };
      open_emergency_access: { Args: { p_patient_id: string; p_reason: string }; Returns: Json };
      record_as_of: { Args: { p_at: string; p_patient_id: string }; Returns: Json };
      record_diff: { Args: { p_from: string; p_patient_id: string; p_to: string }; Returns: Json };
      reserve_model_call: {
        Args: { p_draft_id: string; p_lease_id: string; p_prompt_sha256: string; p_tokens: number };
        Returns: Json;
      };
      resolve_conflict: {
        Args: { p_conflict_id: string; p_decision: string; p_reason?: string; p_supersedes?: string; p_value?: Json };
        Returns: Json;
      };
      retract_soap_note: { Args: { p_reason: string; p_soap_note_id: string }; Returns: Json };
      review_soap_draft: {
        Args: { p_decisions: Json; p_encounter_id: string; p_expected_revision: number };
        Returns: Json;
      };
      revoke_emergency_access: { Args: { p_emergency_access_id: string }; Returns: Json };
      save_soap_note: { Args: { p_encounter_id: string; p_expected_revision?: number; p_note: Json }; Returns: Json };
      settle_model_call: {
        Args: { p_attempt: number; p_draft_id: string; p_lease_id: string; p_outcome: Json };
        Returns: Json;
      };
      sign_soap_note: { Args: { p_content_sha256?: string; p_soap_note_id: string }; Returns: Json };
      who_accessed: { Args: { p_before_id?: number; p_patient_id: string }; Returns: Json };
    };
    Enums: {
      [_ in never]: never;
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"] | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {},
  },
} as const;
