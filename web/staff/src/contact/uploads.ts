import { useSyncExternalStore } from "react";
import { csrfToken } from "../api/client.ts";
import { asProblem, offline, type Problem, problemOf } from "../api/problem.ts";
import { Readers } from "../page/readers.ts";
import { currentLanguage } from "../words/language.ts";

/** Knows the documents on their way to a contact, while the tab is open, whichever page is shown. */
export interface Upload {
  key: string;
  contactId: string;
  file: File;
  /** From 0 to 1. */
  progress: number;
  problem?: Problem;
}

let uploads: Upload[] = [];
const readers = new Readers();

export function useUploads(): Upload[] {
  return useSyncExternalStore(readers.subscribe, () => uploads);
}

function change(to: Upload[]): void {
  uploads = to;
  readers.tell();
}

function update(key: string, by: Partial<Upload>): void {
  change(uploads.map((one) => (one.key === key ? { ...one, ...by } : one)));
}

export function forgetUpload(key: string): void {
  change(uploads.filter((one) => one.key !== key));
}

/** One after the other; `done` is told after each. */
export async function uploadAll(
  fileId: string,
  contactId: string,
  files: File[],
  done: () => void,
): Promise<void> {
  const begun = files.map((file) => ({ key: crypto.randomUUID(), contactId, file, progress: 0 }));
  change([...uploads, ...begun]);
  for (const one of begun) {
    await upload(fileId, one, done);
  }
}

export function uploadAgain(fileId: string, one: Upload, done: () => void): Promise<void> {
  const { problem: _, ...again } = { ...one, progress: 0 };
  change(uploads.map((each) => (each.key === one.key ? again : each)));
  return upload(fileId, again, done);
}

async function upload(fileId: string, one: Upload, done: () => void): Promise<void> {
  try {
    await send(fileId, one, (progress) => update(one.key, { progress }));
    forgetUpload(one.key);
    done();
  } catch (error) {
    update(one.key, { problem: asProblem(error) });
  }
}

/** By XMLHttpRequest, since fetch does not tell how far an upload is. */
function send(
  fileId: string,
  { key, contactId, file }: Upload,
  progress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/cases/files/${fileId}/contacts/${contactId}/attachments`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Lethe-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("Accept-Language", currentLanguage());
    request.setRequestHeader("X-XSRF-TOKEN", csrfToken());
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(offline());
    request.onload = () => {
      if (request.status < 300) {
        resolve();
      } else {
        const headers = new Headers({ "Retry-After": request.getResponseHeader("Retry-After") ?? "" });
        reject(problemOf({ status: request.status, headers }, parsed(request.responseText)));
      }
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
