import { z } from "zod";
import { CumulativeRecord } from "../medical-record/cumulative-record.ts";

const text = z.string().nullable();
const optionalText = z.string().nullish();

/** The patient as the app's first screens show them; lists are sentences such as "Penicillin (moderate)". */
const PatientData = z.object({
  userId: z.guid(),
  firstName: text,
  lastName: text,
  fullName: text,
  email: text,
  phone: text,
  profileImageUrl: optionalText,
  dateOfBirth: text,
  age: z.int().min(0).nullable(),
  gender: text,
  bloodType: text,
  allergies: z.array(z.string()),
  medicalConditions: z.array(z.string()),
  currentMedications: z.array(z.object({ name: z.string(), dosage: text, frequency: text })),
  surgicalHistory: z.array(z.string()),
  familyHistory: z.array(z.string()),
  emergencyContact: optionalText,
  emergencyPhone: optionalText,
  appointmentDate: optionalText,
  chiefComplaint: optionalText,
  recentVitals: z
    .object({
      lastVisitDate: text,
      temperature: text,
      bloodPressure: text,
      heartRate: text,
      respiratoryRate: text,
      oxygenSaturation: text,
      weight: text,
      height: text,
    })
    .nullish(),
});

/** What get-patient-history reads: who the patient is, their newest signed notes, and the cumulative record. */
export const PatientHistory = z.object({
  hasHistory: z.boolean(),
  patientData: PatientData,
  pastNotes: z.array(z.object({ date: text, assessment: text, plan: text, provider: text })),
  nextCursor: z.string().nullish(),
  record: CumulativeRecord,
});
