/**
 * One turn of a transcript as the database takes it: a text, which may begin with the label of a role ("Doctor: …"), or
 * words apart from who said them. The role is settled there, by the call's attendees before any label.
 */
export type HandedInTurn =
  | string
  | {
      readonly text: string;
      /** What the recogniser or the client calls whoever speaks: a role, an attendee's id, a name. */
      readonly speaker?: string | null | undefined;
      readonly speaker_role?: string | null | undefined;
      readonly attendee_id?: string | null | undefined;
      /** RFC 3339. */
      readonly started_at?: string | null | undefined;
    };
