import { MdastReader } from 'satteri';
import { countUpTo } from './line-ends';

/**
 * What the parser has read of a text: its nodes by their numbers. The parser's own reader gives all of it too, but a
 * place in three new objects and a text out of one string that is two bytes a unit as soon as one dash stands in the
 * file. Here a text of ASCII is one byte a unit, and so are the HTML and the hash input made of it.
 */
export class ParserBuffer {
  /** For what is rare: lists, tables, fields of one byte. */
  readonly reader: MdastReader;
  readonly #view: DataView;
  readonly #nodes: number;
  readonly #size: number;
  readonly #data: number;
  readonly #pool: Buffer;
  /** The pool with one unit a byte. */
  readonly #bytes: string;
  /** The runs of bytes beyond ASCII in the pool, ascending. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** The first run that ends behind the string asked for last: the next is mostly near it. */
  #near = 0;

  constructor(buffer: Uint8Array) {
    this.reader = new MdastReader(buffer);
    const { nodesOffset, nodeStructSize, typeDataOffset, stringPoolOffset, stringPoolLen } =
      this.reader.header;
    this.#view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    this.#nodes = nodesOffset;
    this.#size = nodeStructSize;
    this.#data = typeDataOffset;
    this.#pool = Buffer.from(buffer.buffer, buffer.byteOffset + stringPoolOffset, stringPoolLen);
    this.#bytes = this.#pool.toString('latin1');
    for (const { 0: run, index } of this.#bytes.matchAll(/[\x80-\xff]+/g)) {
      this.#starts.push(index);
      this.#ends.push(index + run.length);
    }
  }

  /** The number of a node's kind. */
  typeOf(id: number): number {
    return this.#view.getUint8(this.#nodes + id * this.#size + 4);
  }

  /** Offset in the text of the node's first unit. */
  startAt(id: number): number {
    return this.#view.getUint32(this.#nodes + id * this.#size + 12, true);
  }

  /** Offset behind its last unit. */
  endAt(id: number): number {
    return this.#view.getUint32(this.#nodes + id * this.#size + 16, true);
  }

  /** The text in the node's field at `offset`; empty where it has none. */
  stringAt(id: number, offset: number): string {
    const node = this.#nodes + id * this.#size;
    if (offset + 8 > this.#view.getUint32(node + 48, true)) return '';
    const field = this.#data + this.#view.getUint32(node + 44, true) + offset;
    const start = this.#view.getUint32(field, true);
    const end = start + this.#view.getUint32(field + 4, true);
    const run = this.#starts[this.#runBehind(start)];
    return run === undefined || run >= end
      ? this.#bytes.slice(start, end)
      : this.#pool.toString('utf8', start, end);
  }

  /** The number of the first run of bytes beyond ASCII that ends behind `start`. */
  #runBehind(start: number): number {
    const near = this.#near;
    const isNear =
      (near === 0 || (this.#ends[near - 1] as number) <= start) && start < (this.#ends[near] ?? Infinity);
    if (!isNear) this.#near = countUpTo(this.#ends, start);
    return this.#near;
  }
}
