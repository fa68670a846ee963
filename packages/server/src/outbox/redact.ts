/** What is left of a foreign text that people will read: without control characters, secrets, mailboxes and long numbers. */
export function redact(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffd]+/gu, ' ')
    .replace(/[^\s"'<>:=]+@[^\s"'<>]+/g, '[redacted]')
    .replace(/\b(?:whsec|sk|pk|es|Bearer|Basic)[_ ][\w+/=.-]+/g, '[redacted]')
    .replace(/[\w+/-]{24,}={0,2}/g, '[redacted]')
    .replace(/\+?\d[\d ()/-]{6,}\d/g, '[redacted]')
    .trim();
}
