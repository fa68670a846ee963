/** A stylesheet as text, made by the `cssModule` build plugin. */
declare module '*.css' {
  export const css: string;
}
