import { deflateRawSync } from "node:zlib";

/** One member of a hand-made archive. `declaredSize` may lie about the unpacked size, as bombs do. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly declaredSize?: number;
}

function fields(member: Member, packed: Uint8Array): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4); // deflated
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(member.declaredSize ?? member.bytes.length, 18);
  return head;
}

/** A zip archive, member by member (PKWARE APPNOTE 4.3), without checksums: readers of Word documents ask for none. */
function zip(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const packed = deflateRawSync(member.bytes);
    const name = Buffer.from(member.name);
    const tail = Buffer.alloc(4);
    tail.writeUInt16LE(name.length, 0);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields(member, packed), tail, name, packed]);
    const rest = Buffer.alloc(18);
    rest.writeUInt16LE(name.length, 0);
    rest.writeUInt32LE(offset, 14);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), fields(member, packed), rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document of these paragraphs, with the parts that make one. */
export function docx(paragraphs: readonly string[], extra: readonly Member[] = []): Buffer {
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return zip([
    {
      name: "[Content_Types].xml",
      bytes: xml(
        `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
    },
    {
      name: "_rels/.rels",
      bytes: xml(
        `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
      ),
    },
    {
      name: "word/document.xml",
      bytes: xml(`<w:document xmlns:w="${word}"><w:body>${paragraphs.map(paragraph).join("")}</w:body></w:document>`),
    },
    ...extra,
  ]);
}

/** A PDF of one page with these lines, 14 points apart; an empty string leaves a line out. */
export function pdf(lines: readonly string[], info = ""): Buffer {
  const escaped = (line: string): string => line.replace(/([\\()])/g, "\\$1");
  const shown = lines.map((line, i) => (line === "" ? "" : `1 0 0 1 72 ${700 - 14 * i} Tm (${escaped(line)}) Tj`));
  const content = `BT /F1 11 Tf ${shown.join("\n")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< ${info} >>`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
