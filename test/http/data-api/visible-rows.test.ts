import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openClinic } from "../../support/clinic.ts";

const BOB = "b0000000-0000-4000-8000-000000000002";
const clinic = openClinic();
afterAll(clinic.close);

const Rows = z.array(z.record(z.string(), z.unknown()));

async function ask(person: string, path: string, headers: Record<string, string> = {}, method = "GET", body?: string) {
  const all = {
    ...{ apikey: clinic.state.publishableKey, authorization: `Bearer ${await clinic.token(person)}` },
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  };
  return clinic.send(`/rest/v1/${path}`, method, all, body);
}

describe("R17 a query of a client counts and joins visible rows only", () => {
  test.each([
    ["or=", "users?select=id&or=(id.eq.b0000000-0000-4000-8000-000000000002,id.not.is.null)"],
    ["not.is.null", "users?select=id&id=not.is.null"],
    ["an embed", "patient_profiles?select=user_id,users!patient_profiles_user_id_fkey(id)&user_id=not.is.null"],
  ])("%s", async (_, path) => {
    const rows = Rows.parse(JSON.parse((await ask("alice", path)).text));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(BOB);
  });

  test("count=exact with a range", async () => {
    const headers = { prefer: "count=exact", range: "0-99", "range-unit": "items" };
    const answer = await ask("alice", "users?select=id", headers);
    expect(answer.headers.get("content-range")).toBe("0-0/1");
  });
});

describe("R14 a write to a table goes through no preference of the client's", () => {
  test.each(["return=representation", "resolution=merge-duplicates,return=representation", "missing=default"])(
    "%s",
    async (prefer) => {
      const body = JSON.stringify({ user_id: BOB, address: "Elsewhere" });
      const answer = await ask("alice", "patient_profiles", { prefer }, "POST", body);
      expect(answer).toMatchObject({ status: 403, json: { code: "42501" } });
    },
  );

  test("an update of everybody's row changes one's own", async () => {
    const { name } = await clinic.newPatient();
    const body = JSON.stringify({ address: "Elsewhere" });
    const answer = await ask(
      name,
      "patient_profiles?user_id=not.is.null",
      { prefer: "return=representation" },
      "PATCH",
      body,
    );
    expect(Rows.parse(JSON.parse(answer.text))).toHaveLength(1);
    expect(await clinic.sql`select 1 from public.patient_profiles where address = 'Elsewhere'`).toHaveLength(1);
  });
});

test("I17 what one may not write of oneself is refused without a word of the row", async () => {
  const { name } = await clinic.newPatient();
  const patch = (values: object) => ask(name, "users?id=not.is.null", {}, "PATCH", JSON.stringify(values));
  await patch({ phone: "+49 30 777" });
  const answer = await patch({ email: "canary" });
  expect(answer).toMatchObject({ status: 400, json: { code: "PT400", hint: "INVALID_REQUEST" } });
  expect(answer.text).not.toMatch(/canary|777|Failing row/);
});

describe("nothing but the allow-list answers", () => {
  test.each([
    "rpc/current_user_id",
    "rpc/patients_in_care",
    "rpc/settle_care_relationship",
    "rpc/end_care_relationship",
  ])("A53 %s", async (path) => {
    expect((await ask("dr-amara", path, {}, "POST", "{}")).status).toBe(404);
  });

  test.each(["care_relationships", "firebase_project", "idempotency_keys"])("A53 %s", async (table) => {
    expect((await ask("dr-amara", table)).status).toBe(404);
  });
});
