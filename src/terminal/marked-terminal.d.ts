declare module "marked-terminal" {
  type Style = (text: string) => string;

  /** The renderer: given a token or ready text, it returns styled text. */
  export default class Renderer {
    constructor(options: Record<string, Style | boolean | number>);
    strong(text: string): string;
    em(text: string): string;
    del(text: string): string;
    codespan(text: string): string;
  }
}
