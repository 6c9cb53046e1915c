import { describe, expect, test } from "vitest";
import type { SpeakerRole } from "../clinical-language/transcript-chunk.ts";
import { SoapNote, type SoapNoteInput } from "../soap-note/soap-note.ts";
import { checkDraft } from "./check-draft.ts";

const ENCOUNTER = { encounterId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a01", appointmentId: null };
const SNAPSHOT = {
  id: "7f1d3f0e-5a52-4f0e-8a36-0d6d3a8f1a05",
  record_version: "v7",
  allergies: [{ id: "allergy-1", allergen: "Penicillin", reaction: "rash", severity: "severe", status: "active" }],
};

/** Checks what a drafter that says anything wrote of a talk. */
function check(
  turns: readonly (readonly [SpeakerRole, string])[],
  drafted: SoapNoteInput,
  snapshot: unknown = SNAPSHOT,
): SoapNote {
  const transcript = turns.map(([speaker_role, text], index) => ({ sequence: index + 1, speaker_role, text }));
  const context = {
    encounter: ENCOUNTER,
    transcript,
    transcriptSha256: "c".repeat(64),
    snapshot,
    model: "a-model",
    promptVersion: "2",
  };
  return checkDraft(SoapNote.parse(drafted), context);
}
const START = "I'm going to start amoxicillin 500 mg twice a day.";
const started = {
  plan: {
    medications: [
      {
        id: "m",
        medication_name: "amoxicillin",
        status: "started",
        evidence: [{ kind: "transcript" as const, sequence: 1, start: 0, end: START.length, quote: START }],
      },
    ],
  },
};

describe("checkDraft() does not believe", () => {
  test("L11 L12 L27 what a draft says of whose it is and who made it", () => {
    const claims = {
      encounterId: "00000000-0000-4000-8000-00000000dead",
      snapshotId: "00000000-0000-4000-8000-00000000dead",
      model: "human",
      promptVersion: "none",
      transcriptSha256: "0",
      recordVersion: "0",
      disclaimer: "Reviewed by a clinician",
      demographics: { id: "00000000-0000-4000-8000-00000000dead", full_name: "Mallory Example" },
      documentation: { rubric: "best", rubricVersion: "9", scorePercent: 100 },
    };
    const { meta } = check([], { meta: claims });
    expect(meta).toMatchObject({
      encounterId: ENCOUNTER.encounterId,
      snapshotId: SNAPSHOT.id,
      recordVersion: "v7",
      model: "a-model",
      promptVersion: "2",
      transcriptSha256: "c".repeat(64),
      documentation: { rubric: "new_patient" },
    });
    expect(meta.demographics).toBeUndefined();
    expect(meta.disclaimer).toMatch(/^Drafted by software/);
  });

  test("alerts and codes a draft brings along", () => {
    const note = check([], {
      safetyAlerts: [
        {
          id: "s",
          alert_type: "red_flag",
          severity: "info",
          message: "fine",
          status: "dismissed",
          dismissed_reason: "fine",
        },
      ],
      coding: [{ id: "c", code_system: "CPT", code: "99215", status: "accepted" }],
    });
    expect(note.safetyAlerts).toEqual([]);
    expect(note.coding).toEqual([]);
  });

  test("L14 an allergy left out, renamed, or made lighter", () => {
    const evidence = [{ kind: "snapshot" as const, itemId: "allergy-1" }];
    for (const allergies of [
      [],
      [{ id: "a", allergen: "Pollen", evidence }],
      [{ id: "a", allergen: "Penicillin", severity: "mild" as const, evidence }],
    ]) {
      const note = check([], { subjective: { allergies } });
      expect(note.subjective.allergies).toMatchObject([
        { allergen: "Penicillin", severity: "severe", reaction: "rash" },
      ]);
      expect(note.meta.aiFlags.needs_clinician_confirmation.map(({ reason }) => reason)).toContainEqual(
        expect.stringMatching(/allergy on record was not in the draft/),
      );
    }
  });

  test("L14 a recorded allergy it calls refuted, of unknown severity, or without its reaction", () => {
    const evidence = [{ kind: "snapshot" as const, itemId: "allergy-1" }];
    const allergies = [{ id: "a", allergen: "Penicillin", status: "refuted", evidence }];
    const note = check([], { subjective: { allergies } });
    expect(note.subjective.allergies).toMatchObject([{ status: "active", severity: "severe", reaction: "rash" }]);
    expect(note.meta.aiFlags.needs_clinician_confirmation).toMatchObject([
      { itemId: "a", reason: expect.stringMatching(/lighter/) },
    ]);
  });

  test("questions with links, and their evidence where nobody said it", () => {
    const evidence = [{ kind: "transcript" as const, sequence: 4, start: 0, end: 3, quote: "Hey" }];
    const flags = [
      { reason: "See https://evil.example", evidence: [] },
      { reason: "Is this so?", evidence },
    ];
    const note = check(
      [],
      {
        meta: {
          aiFlags: { needs_clinician_confirmation: flags, missing_critical_info: ["www.evil.example", "Weight"] },
        },
      },
      null,
    );
    expect(note.meta.aiFlags.needs_clinician_confirmation).toEqual([
      { itemId: null, reason: "Is this so?", evidence: [] },
    ]);
    expect(note.meta.aiFlags.missing_critical_info).toContain("Weight");
    expect(JSON.stringify(note)).not.toMatch(/evil/);
  });
});

describe("checkDraft() raises", () => {
  test("a planned drug against an allergy on record and the red flags of the talk, gravest first", () => {
    const note = check(
      [
        ["provider", START],
        ["patient", "I passed out, and I have chest pain when I walk."],
      ],
      started,
    );
    expect(note.safetyAlerts.map(({ severity }) => severity)).toEqual(["critical", "critical", "warning"]);
    expect(note.safetyAlerts.map(({ alert_type }) => alert_type)).toEqual(
      expect.arrayContaining(["drug_allergy", "red_flag"]),
    );
    expect(note.safetyAlerts.every(({ status, evidence }) => status === "open" && evidence.length > 0)).toBe(true);
  });

  test("the same alert for the same words, another for new ones, and none that shares its id", () => {
    const talk = [
      ["provider", START],
      ["patient", "I passed out."],
    ] as const;
    const idsOf = (note: SoapNote) => note.safetyAlerts.map(({ id }) => id);
    const first = idsOf(check(talk, started));
    expect(idsOf(check(talk, started))).toEqual(first);
    const later = idsOf(check([...talk, ["patient", "I passed out again."]], started));
    expect(later.filter((id) => first.includes(id))).toHaveLength(1);
    expect(new Set(later).size).toBe(later.length);
    expect(later.every((id) => id.length <= 64)).toBe(true);
  });
});

describe("checkDraft() tells", () => {
  test("L16 how much of an endless talk it did not search", () => {
    const hour = "I walked the dog and then we talked about the garden. ".repeat(5_400);
    const { aiFlags } = check(
      [hour, hour, hour].map((said) => ["patient", said] as const),
      {},
    ).meta;
    expect(aiFlags.needs_clinician_confirmation.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/red flags.*: 1 chunk/),
    );
  });

  test("what is missing, once per section, whoever noticed it", () => {
    const gaps = ["Allergies: none on record, none stated, and none denied"];
    const { aiFlags, documentation } = check([], { meta: { aiFlags: { missing_critical_info: gaps } } }, null).meta;
    expect(aiFlags.missing_critical_info.filter((gap) => gap.startsWith("Allergies"))).toEqual(gaps);
    expect(aiFlags.missing_critical_info).toContain("Vital signs: none");
    expect(documentation?.scorePercent).toBe(0);
  });

  test("why another drafter took the place of the first", () => {
    expect(check([], { meta: { fallback_reason: "timeout" } }).meta.fallback_reason).toBe("timeout");
  });
});
