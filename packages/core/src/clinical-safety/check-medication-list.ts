import { isSameRegimen } from "../clinical-language/same-regimen.ts";
import { type DrugChange, readDrugChange } from "../grounding/check-change.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { DRUG_CLASSES_VERSION } from "./drug-classes.ts";
import { identifyDrug } from "./drug-identity.ts";
import type { RaisedAlert } from "./raised-alert.ts";

type Medication = SoapNote["plan"]["medications"][number];

/** A drug the record says is in use. */
export interface ActiveMedication {
  readonly name: string;
  readonly evidence: readonly Evidence[];
}

/** Changes that need the drug to be on the list. */
const OF_LISTED: ReadonlySet<DrugChange> = new Set([
  "continued",
  "increased",
  "decreased",
  "stopped",
  "held",
  "changed",
]);
/** Changes after which the drug is taken. */
const TAKEN_AFTER: ReadonlySet<DrugChange> = new Set(["started", "restarted", "continued", "increased", "decreased"]);

/**
 * Checks the plan against what the patient takes: a start of a drug already taken, a change of one that is not on the
 * list, the same drug planned twice, and two drugs of a class that does not go in pairs.
 *
 * @param planned Orders of the visit, with their changes as status.
 * @param active The active list of the record; null where there is none to compare with.
 * @param said What the patient said they take.
 */
export function checkMedicationList(
  planned: readonly Medication[],
  active: readonly ActiveMedication[] | null,
  said: readonly Medication[],
): RaisedAlert[] {
  const taken = [
    ...(active ?? []),
    ...said
      .filter(({ status }) => readDrugChange(status) !== "stopped")
      .map(({ medication_name: name, evidence }) => ({ name, evidence })),
  ];
  const orders = planned.flatMap((order) => {
    const change = readDrugChange(order.status);
    return change === null ? [] : [{ order, change, drug: identifyDrug(order.medication_name) }];
  });
  const stopped = new Set(
    orders.filter(({ change }) => change === "stopped" || change === "held").map(({ drug }) => drug.generic),
  );
  const alerts: RaisedAlert[] = [];
  for (const [place, { order, change, drug }] of orders.entries()) {
    const name = order.medication_name;
    const same = taken.filter((other) => identifyDrug(other.name).generic === drug.generic);
    const listed = active?.find((other) => identifyDrug(other.name).generic === drug.generic);
    if (change === "started" && listed !== undefined)
      alerts.push(
        alert("start_already_taken", "warning", name, `${name} is to be started and is on the active list already`, [
          ...order.evidence,
          ...listed.evidence,
        ]),
      );
    if (active !== null && OF_LISTED.has(change) && same.length === 0)
      alerts.push(
        alert(
          "change_not_on_list",
          "warning",
          name,
          `${name} is to be ${change} and is not on the active list`,
          order.evidence,
        ),
      );
    const twin = orders.slice(0, place).find((other) => isTwin(other, { order, change, drug }));
    if (twin !== undefined)
      alerts.push(
        alert("duplicate_medication", "warning", name, `${name} is planned twice`, [
          ...twin.order.evidence,
          ...order.evidence,
        ]),
      );
    if (change === "started" || change === "restarted")
      alerts.push(...pairAlerts(order, [...taken, ...othersOf(orders, place)], stopped));
  }
  return alerts;
}

interface Order {
  readonly order: Medication;
  readonly change: DrugChange;
  readonly drug: { readonly generic: string };
}

const isTwin = (one: Order, other: Order): boolean =>
  one.drug.generic === other.drug.generic &&
  TAKEN_AFTER.has(one.change) &&
  TAKEN_AFTER.has(other.change) &&
  one.order.dose !== null &&
  other.order.dose !== null &&
  !isSameRegimen(one.order.dose, other.order.dose);

const othersOf = (orders: readonly Order[], place: number): ActiveMedication[] =>
  orders
    .slice(0, place)
    .filter(({ change }) => TAKEN_AFTER.has(change))
    .map(({ order }) => ({ name: order.medication_name, evidence: order.evidence }));

/** Two drugs of one class at once, where the other one is not stopped in the same visit. */
function pairAlerts(
  order: Medication,
  others: readonly ActiveMedication[],
  stopped: ReadonlySet<string>,
): RaisedAlert[] {
  const drug = identifyDrug(order.medication_name);
  const met = new Set<string>();
  return others.flatMap(({ name, evidence }) => {
    const other = identifyDrug(name);
    const shared = drug.classes.find((one) => one.noPair === true && other.classes.includes(one));
    if (shared === undefined || other.generic === drug.generic || stopped.has(other.generic) || met.has(other.generic))
      return [];
    met.add(other.generic);
    const message = `${order.medication_name} is to be started beside ${name}: both belong to ${shared.id}`;
    return [
      alert("duplicate_class", "warning", `${order.medication_name} / ${name}`, message, [
        ...order.evidence,
        ...evidence,
      ]),
    ];
  });
}

function alert(
  alert_type: RaisedAlert["alert_type"],
  severity: RaisedAlert["severity"],
  subject: string,
  message: string,
  evidence: readonly Evidence[],
): RaisedAlert {
  return {
    rule: `list-${DRUG_CLASSES_VERSION}`,
    subject: subject.toLowerCase(),
    alert_type,
    severity,
    message,
    evidence,
  };
}
