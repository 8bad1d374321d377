/**
 * Memory that all kernels of a painter share. What is handed out stays for the painter's life: buffers are made on first use
 * and reused in every frame.
 */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 2, maximum: 16_384 });
  /** The modules keep their tables below. */
  #end = 65_536;
  readonly #named = new Map<string, { pointer: number; bytes: number }>();
  #bytes = new Uint8Array(this.memory.buffer);

  /**
   * A buffer by name, zeroed when it is made, then always the same one.
   * @param bytes Its size; a name asked for with more bytes than before gets a new, zeroed buffer.
   * @returns Its address, a multiple of 64.
   */
  buffer(name: string, bytes: number): number {
    const known = this.#named.get(name);
    if (known !== undefined && known.bytes >= bytes) return known.pointer;
    const pointer = this.#end;
    // Kernels may read one vector past the end.
    this.#end = Math.ceil((pointer + bytes + 16) / 64) * 64;
    const missing = this.#end - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65_536));
    this.#named.set(name, { pointer, bytes });
    return pointer;
  }

  /** A buffer by name that is filled with a table when it is made. */
  table(name: string, make: () => ArrayBufferView): number {
    const known = this.#named.get(name);
    if (known !== undefined) return known.pointer;
    const table = make();
    const pointer = this.buffer(name, table.byteLength);
    this.bytes().set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), pointer);
    return pointer;
  }

  /** All of the memory; ask again after a buffer was made, since growing replaces it. */
  bytes(): Uint8Array {
    if (this.#bytes.buffer !== this.memory.buffer) this.#bytes = new Uint8Array(this.memory.buffer);
    return this.#bytes;
  }
}
