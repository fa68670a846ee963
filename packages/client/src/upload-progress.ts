/** Statuses whose answers have no body (Fetch, null body status). */
const withoutBody = new Set([204, 205, 304]);

/**
 * A `fetch` that tells how much of the body has gone out, which `fetch` itself does not. For one call with a body; made on
 * `XMLHttpRequest`, so for browsers only.
 */
export function fetchTelling(onProgress: (sent: number, total: number) => void): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = await request.blob();
    const { signal } = request;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method, request.url);
      request.headers.forEach((value, name) => {
        xhr.setRequestHeader(name, value);
      });
      xhr.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
      xhr.onload = () => {
        const { status } = xhr;
        const text = withoutBody.has(status) ? null : xhr.responseText;
        resolve(new Response(text, { status, headers: headersOf(xhr.getAllResponseHeaders()) }));
      };
      xhr.onerror = () => reject(new TypeError('The network failed.'));
      signal.addEventListener('abort', () => {
        xhr.abort();
        reject(signal.reason);
      });
      xhr.send(body);
    });
  };
}

function headersOf(text: string): Headers {
  const headers = new Headers();
  for (const line of text.split('\r\n')) {
    const [name, ...value] = line.split(': ');
    if (name) headers.append(name, value.join(': '));
  }
  return headers;
}
