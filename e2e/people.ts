import type { Browser, Page } from '@playwright/test';
import { takenOver } from './fixtures';

export const PASSWORD = 'five words in a row';
let people = 0;

/** An e-mail address nobody else in this run has. */
export function newEmail(name: string): string {
  people += 1;
  return `${name}-${process.pid}-${Date.now()}-${people}@example.org`;
}

/** Fills the fields of a form by their labels. */
export async function fillIn(page: Page, address: string, fields: Readonly<Record<string, string>>) {
  await page.goto(address);
  await takenOver(page);
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
}

export async function signUp(page: Page, email: string, more: Readonly<Record<string, string>> = {}) {
  await fillIn(page, '/sign-up', { 'E-mail': email, Password: PASSWORD, ...more });
  await page.getByRole('button', { name: 'Sign up' }).click();
}

export async function signIn(page: Page, email: string, password = PASSWORD) {
  await fillIn(page, '/sign-in', { 'E-mail': email, Password: password });
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A browser of somebody else, or of the same person elsewhere. */
export async function otherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}
