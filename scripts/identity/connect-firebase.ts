import { readFileSync } from "node:fs";
import { StackError } from "@patient-medical-history/local-stack";
import { type App, cert, initializeApp } from "firebase-admin/app";
import { type Auth, getAuth } from "firebase-admin/auth";
import { z } from "zod";

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/** Of a service account's key file, what says whose it is. */
const KeyFile = z.object({ project_id: z.string(), client_email: z.string(), private_key: z.string() });

/** A Firebase project, reached with an administrator's rights. */
export interface FirebaseConnection {
  readonly app: App;
  readonly auth: Auth;
}

/**
 * Connects to a Firebase project as an administrator.
 *
 * @param projectId - The project; a key of another one is refused, so that a typo changes nobody's claims.
 * @param keyFile - Path of a service account's key. Without it only an emulator on this machine is reached, where
 *   `FIREBASE_AUTH_EMULATOR_HOST` names one.
 * @throws StackError - When the key is missing or of another project, or the emulator is on another machine.
 * @see https://firebase.google.com/docs/admin/setup
 */
export function connectFirebase(projectId: string, keyFile: string | undefined): FirebaseConnection {
  const emulator = process.env["FIREBASE_AUTH_EMULATOR_HOST"];
  if (emulator !== undefined) {
    if (!LOOPBACK.test(emulator)) throw refusal("FIREBASE_AUTH_EMULATOR_HOST is not on this machine", "unset it");
    return connected(initializeApp({ projectId }));
  }
  if (keyFile === undefined) throw refusal("no key file was named", "name one with --key");
  const key = readKey(keyFile);
  if (key.project_id !== projectId) throw refusal(`the key is not of project ${projectId}`, "name that project's key");
  const credential = cert({
    projectId: key.project_id,
    clientEmail: key.client_email,
    privateKey: key.private_key,
  });
  return connected(initializeApp({ projectId, credential }));
}

function connected(app: App): FirebaseConnection {
  return { app, auth: getAuth(app) };
}

function readKey(file: string): z.infer<typeof KeyFile> {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // What went wrong may quote the key.
    throw refusal("the key file is no service account's key", "download one in the Firebase console");
  }
}

function refusal(state: string, remedy: string): StackError {
  return new StackError("connect to Firebase", state, remedy);
}
