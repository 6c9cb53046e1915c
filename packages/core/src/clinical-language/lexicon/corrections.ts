/**
 * Words with which a speaker takes back what was just said and says it anew ("Lipitor, I mean Crestor"): editing terms of
 * speech repair (Levelt 1983, https://doi.org/10.1016/0010-0277(83)90026-4).
 */
export const CORRECTIONS: readonly string[] = (
  "i mean|i meant|no wait|wait no|no sorry|sorry no|sorry|scratch that|strike that|correction|no actually|actually no|or rather|no i'm sorry|excuse me|" +
  "actually make that|make that|actually let's make that|actually let's do|let's make that|let's make it|make it"
).split("|");
