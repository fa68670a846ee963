/** What a camera can read from a product: GTINs, and what GS1 puts beside them. */
const formats = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'itf', 'code_128', 'qr_code', 'data_matrix'];

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector;

/** True where the browser can read codes and has a camera to ask for. */
export const canScan = (): boolean =>
  detectorClass() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';

/**
 * Shows the camera in `video` and resolves to the first code that is read. Stops the camera then, when `ended` aborts, and when
 * it fails. Rejects as `getUserMedia` does (`NotAllowedError`), and when `ended` aborts.
 */
export async function scanCode(video: HTMLVideoElement, ended: AbortSignal): Promise<string> {
  const Detectors = detectorClass();
  if (!Detectors) throw new Error('This browser reads no codes.');
  const known = await Detectors.getSupportedFormats();
  const detector = new Detectors({ formats: formats.filter((format) => known.includes(format)) });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    ended.throwIfAborted();
    video.srcObject = stream;
    await video.play();
    for (;;) {
      ended.throwIfAborted();
      const [code] = await detector.detect(video);
      if (code) return code.rawValue;
      await new Promise(requestAnimationFrame);
    }
  } finally {
    stop();
  }
}
