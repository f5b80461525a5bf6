import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** The parts of a workbook by their names: a workbook is an archive of XML files. */
export type Parts = Record<string, string>;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Writes an archive: only what readers of workbooks need of the format. */
export function zip(parts: Parts): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0); // version
    about.writeUInt16LE(0x0800, 2); // names are UTF-8
    about.writeUInt16LE(8, 4); // deflated
    about.writeUInt32LE(crc32(content), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(content.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([mark(LOCAL), about, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([mark(CENTRAL), Buffer.from([20, 0]), about, tail, Buffer.from(name)]));
    files.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  const listed = Buffer.concat(directory);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, listed, mark(END), end]);
}

/** Reads an archive by the directory at its end. */
export function unzip(archive: Buffer): Parts {
  const parts: Parts = {};
  const end = archive.lastIndexOf(mark(END));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(from, from + size);
    parts[archive.toString('utf8', at + 46, at + 46 + name)] = (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** The workbook with a text of its cells written over. */
export function mended(workbook: Buffer, wrong: string, right: string): Buffer {
  const parts = unzip(workbook);
  return zip(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, text.replaceAll(`>${wrong}<`, `>${right}<`)])));
}

/** The smallest workbook there is, with these rows as XML. */
export function workbookWith(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org';
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="${main}/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${main}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });
}

function mark(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
