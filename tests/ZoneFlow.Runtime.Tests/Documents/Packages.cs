using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ZoneFlow.Runtime.Tests.Documents;

/// <summary>Small DOCX, XLSX and OFD files, and ways to spoil them.</summary>
internal static class Packages
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static (string Name, byte[] Content)[] DocxParts { get; } =
    [
        Types("/word/document.xml", Office + "wordprocessingml.document.main+xml"),
        Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>"""),
        Part("word/document.xml", """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>"""),
    ];

    public static (string Name, byte[] Content)[] XlsxParts { get; } =
    [
        Types("/xl/workbook.xml", Office + "spreadsheetml.sheet.main+xml"),
        Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>"""),
    ];

    public static (string Name, byte[] Content)[] OfdParts { get; } =
    [
        Part("OFD.xml", """<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"/>"""),
        Part("Doc_0/Document.xml", """<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"/>"""),
    ];

    public static (string Name, byte[] Content) Part(string name, string text) => (name, Encoding.UTF8.GetBytes(text));

    public static (string Name, byte[] Content) Types(string part, string type) => Part(
        "[Content_Types].xml",
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="{part}" ContentType="{type}"/></Types>""");

    public static byte[] Docx(params (string Name, byte[] Content)[] more) => Zip([.. DocxParts, .. more]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return zip.ToArray();
    }

    /// <summary>The same ZIP whose headers all claim another unpacked length for one part.</summary>
    public static byte[] Lie(byte[] zip, string name, uint length)
    {
        var lying = (byte[])zip.Clone();
        foreach (var (signature, size, nameAt) in (ReadOnlySpan<(uint, int, int)>)[(0x04034b50, 22, 30), (0x02014b50, 24, 46)])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(Find(lying, signature, nameAt, name) + size), length);
        }

        return lying;
    }

    /// <summary>Where the local or central header of a part begins.</summary>
    public static int Find(byte[] zip, uint signature, int nameAt, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var at = 0; at < zip.Length - nameAt - wanted.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(at)) == signature
                && zip.AsSpan(at + nameAt).StartsWith(wanted))
            {
                return at;
            }
        }

        throw new InvalidOperationException($"There is no part {name}.");
    }
}
