const MAGIC = 0x184d2204;
const RAW_BLOCK = 0x80000000;

/**
 * Unpacks one LZ4 frame, with linked or independent blocks. Throws a RangeError where it is damaged or cut off.
 *
 * LZ4 frame format 1.6 and block format (Y. Collet, github.com/lz4/lz4/doc). lz4js 0.2.0 was found to unpack frames with
 * linked blocks, as polars writes them, to wrong bytes without an error. Checksums are skipped, not checked.
 */
export function unpackLz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1) throw new RangeError("not an LZ4 frame");
  const blockChecksum = (flags & 0x10) === 0 ? 0 : 4;
  const hasContentSize = (flags & 0x08) !== 0;
  if ((flags & 0x01) !== 0) throw new RangeError("an LZ4 frame with a dictionary");
  const contentSize = hasContentSize ? Number(view.getBigUint64(6, true)) : undefined;
  let at = hasContentSize ? 15 : 7;
  let out: Output = { bytes: new Uint8Array(contentSize ?? 4 * bytes.length), length: 0 };
  for (let size = view.getUint32(at, true); size !== 0; size = view.getUint32(at, true)) {
    at += 4;
    const raw = size >= RAW_BLOCK;
    const length = raw ? size - RAW_BLOCK : size;
    if (at + length > bytes.length) throw new RangeError("an LZ4 block is cut off");
    const block = bytes.subarray(at, at + length);
    out = raw ? append(out, block) : unpackBlock(block, out);
    at += length + blockChecksum;
  }
  if (contentSize !== undefined && contentSize !== out.length) throw new RangeError("an LZ4 frame of another length");
  return out.bytes.subarray(0, out.length);
}

interface Output {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Sequences of literals and of copies from what was already unpacked; a copy may overlap what it makes. */
function unpackBlock(block: Uint8Array, before: Output): Output {
  let { bytes, length } = before;
  let at = 0;
  const extended = (count: number): number => {
    if (count < 15) return count;
    let total = count;
    for (let more = 255; more === 255; total += more) {
      if (at >= block.length) throw new RangeError("an LZ4 block is cut off");
      more = block[at++]!;
    }
    return total;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = extended(token >> 4);
    if (at + literals > block.length) throw new RangeError("an LZ4 block is cut off");
    bytes = withRoom(bytes, length, literals);
    bytes.set(block.subarray(at, at + literals), length);
    length += literals;
    at += literals;
    if (at === block.length) break;
    const back = block[at]! | (block[at + 1]! << 8);
    at += 2;
    if (at > block.length || back === 0 || back > length) throw new RangeError("an LZ4 copy from outside");
    const copied = extended(token & 15) + 4;
    bytes = withRoom(bytes, length, copied);
    if (back >= copied) bytes.copyWithin(length, length - back, length - back + copied);
    else for (let i = length; i < length + copied; i++) bytes[i] = bytes[i - back]!;
    length += copied;
  }
  return { bytes, length };
}

function append({ bytes, length }: Output, more: Uint8Array): Output {
  const larger = withRoom(bytes, length, more.length);
  larger.set(more, length);
  return { bytes: larger, length: length + more.length };
}

function withRoom(bytes: Uint8Array, used: number, more: number): Uint8Array {
  if (used + more <= bytes.length) return bytes;
  const larger = new Uint8Array(2 * (used + more));
  larger.set(bytes.subarray(0, used));
  return larger;
}
