/**
 * Keeps one block of structured data in the page's head: search engines read it there. It is data and never runs, so that no
 * Content-Security-Policy stands in its way.
 */
export function structuredData(): (data: Readonly<Record<string, unknown>> | null) => void {
  let block: HTMLScriptElement | undefined;
  return (data) => {
    block?.remove();
    block = undefined;
    if (!data) return;
    block = document.createElement('script');
    block.type = 'application/ld+json';
    block.textContent = JSON.stringify(data).replaceAll('<', '\\u003c');
    document.head.append(block);
  };
}
