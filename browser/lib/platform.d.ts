/** What browsers and Node both offer beyond the language itself. Anything else is the page's, and not for lib/. */

declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class Blob {
  constructor(parts: Uint8Array<ArrayBuffer>[]);
  stream(): { pipeThrough(stream: CompressionStream): object };
}

declare class Response {
  constructor(body: object);
  arrayBuffer(): Promise<ArrayBuffer>;
}

declare class CompressionStream {
  constructor(format: string);
}

declare function atob(text: string): string;

declare const crypto: {
  readonly subtle: {
    digest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    importKey(format: "raw", key: Uint8Array<ArrayBuffer>, name: string, mayLeave: boolean, uses: string[]): Promise<object>;
    encrypt(way: object, key: object, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
    decrypt(way: object, key: object, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  };
};
