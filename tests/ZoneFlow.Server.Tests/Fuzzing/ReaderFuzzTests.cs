using System.IO.Compression;
using System.Text;
using ZoneFlow.Policies.Calendars;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.SignIn;
using ZoneFlow.TestKit.Packs;
using ZoneFlow.Web.Archiving;
using ZoneFlow.Web.Exports;
using ZoneFlow.Web.Imports;
using ZoneFlow.Web.Intake;

namespace ZoneFlow.Server.Tests.Fuzzing;

/// <summary>Every reader of what comes from outside, before inputs that nobody meant: each answers, and in time.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly string[] Names = ["a.pdf", "a.png", "a.jpg", "a.docx", "a.xlsx", "a.ofd", "a.html"];

    [Fact]
    public void Tokens_AnyText_AreTakenOrNot() => FuzzRun.Try("tokens", 330, FuzzRun.Corpus("tokens"), input =>
    {
        var text = Encoding.UTF8.GetString(input);
        if (Token.TryParse(text, out var token))
        {
            Assert.Equal(text, token.Value);
        }

        if (TokenHash.TryParse(text, out var hash))
        {
            Assert.Equal(text, hash.Value);
        }

        if (TimeBasedSecret.TryParse(text, out var secret))
        {
            TimeBasedCode.Match(secret, text, DateTimeOffset.UnixEpoch, null);
        }

        LocalAddressOf(text);
    });

    [Fact]
    public void Csv_AnyText_IsRowsOrWrong() => FuzzRun.Try("csv", 200, FuzzRun.Corpus("csv"), input =>
    {
        var text = Encoding.UTF8.GetString(input);
        CsvReader.Read(text);
        var (sheet, wrong) = SheetReader.OfCsv(text);
        Assert.True(sheet is null != wrong is null);
    });

    [Fact]
    public void FileNames_AnyText_AreCleanOrRefused()
    {
        var pdf = TestKit.Papers.Pdf();
        FuzzRun.Try("names", 200, FuzzRun.Corpus("names"), input =>
        {
            using var content = new MemoryStream(pdf);
            var verdict = UploadInspection.Inspect(content, Encoding.UTF8.GetString(input) + ".pdf", UploadLimits.Default);
            if (verdict is UploadVerdict.Accepted { CleanName: var name })
            {
                Assert.True(name.IndexOfAny(['/', '\\', '\0', '\r', '\n', '"', '<', '>']) < 0 && name.Length is > 0 and <= 150, name);
                var header = ContentDisposition.Attachment(name);
                Assert.All(header, c => Assert.InRange(c, ' ', '~'));
            }
        });
    }

    [Fact]
    public void Uploads_AnyBytes_AreInspectedInTime()
    {
        var limits = UploadLimits.Default with { MaxUnpackedBytes = 4 << 20, MaxEntries = 200 };
        var (name, corpus) = (0, Uploads().ToList());
        FuzzRun.Try("uploads", 150, corpus, input =>
        {
            using var content = new MemoryStream(input);
            Assert.NotNull(UploadInspection.Inspect(content, Names[name++ % Names.Length], limits));
        });
    }

    [Fact]
    public void Workbooks_AnyBytes_AreTablesOrWrong() => FuzzRun.Try("workbooks", 20, [Workbook(), Workbook("=1+1"), Workbook(new string('x', 2_000))], input =>
    {
        using var content = new MemoryStream(input);
        if (UploadInspection.Inspect(content, "t.xlsx", UploadLimits.Default) is UploadVerdict.Accepted)
        {
            content.Position = 0;
            var (sheet, wrong) = SheetReader.OfXlsx(content);
            Assert.True(sheet is null != wrong is null);
        }
    });

    // A workbook whose archive is whole and whose parts are spoilt: what comes through the inspection.
    [Fact]
    public void WorkbookParts_AnyBytes_AreTablesOrWrong()
    {
        var parts = Parts(Workbook()).ToList();
        var which = 0;
        FuzzRun.Try("workbook-parts", 15, [.. parts.Select(p => p.Bytes)], input =>
        {
            var spoilt = which++ % parts.Count;
            using var content = new MemoryStream(Zip(parts.Select((p, i) => (p.Name, i == spoilt ? input : p.Bytes))));
            if (UploadInspection.Inspect(content, "t.xlsx", UploadLimits.Default) is UploadVerdict.Accepted)
            {
                content.Position = 0;
                SheetReader.OfXlsx(content);
            }
        });
    }

    [Fact]
    public void Yaml_AnyText_IsReadOrSaysWhatIsWrong() => FuzzRun.Try("yaml", 12, [Encoding.UTF8.GetBytes(SmallPack.Text), .. FuzzRun.Corpus("yaml")], input =>
    {
        var reading = PackFolder.ReadFiles(new Dictionary<string, byte[]> { [SmallPack.FileName] = input });
        Assert.True(reading.Pack is not null || reading.Problems.Any());
    });

    [Fact]
    public void CalendarsAndMaps_AnyText_AreReadOrSayWhatIsWrong() => FuzzRun.Try("calendars", 33, FuzzRun.Corpus("yaml"), input =>
    {
        var text = Encoding.UTF8.GetString(input);
        CalendarFile.Parse(text, "cn.yaml");
        RevisionMapFile.Parse(text, "map.yaml");
    });

    [Fact]
    public void Archives_AnyBytes_AreCheckedInTime()
    {
        byte[] archive = Zip([("manifest.json", "{\"format\":1,\"case\":\"a\",\"files\":{}}"u8.ToArray()), ("chain.json", "[]"u8.ToArray())]);
        FuzzRun.Try("archives", 20, [archive, .. FuzzRun.Corpus("proofs")], input =>
        {
            using var content = new MemoryStream(input);
            DossierCheck.RunAsync(content, null, CancellationToken.None).GetAwaiter().GetResult();
            ProofFile.ReadAsync(content, null, null, CancellationToken.None).GetAwaiter().GetResult();
        });
    }

    private static void LocalAddressOf(string text)
    {
        if (Web.Endpoints.LocalAddress.IsLocal(text))
        {
            Assert.True(text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("/\\", StringComparison.Ordinal), text);
            var there = new Uri(new Uri("https://office.example/"), text);
            Assert.True(there.Host == "office.example", text);
        }
    }

    private static IEnumerable<byte[]> Uploads()
    {
        yield return TestKit.Papers.Pdf("模糊测试");
        yield return Workbook();
        yield return Zip([("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"u8.ToArray()), ("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"u8.ToArray())]);
        yield return Zip([("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\"/>"u8.ToArray())]);
        yield return Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        yield return [0xff, 0xd8, 0xff, 0xe0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0, 0xff, 0xd9];
    }

    private static byte[] Workbook(string cell = "值") => XlsxTable.Of(new Table("填报", ["指标", "数值"], [[cell, "12"], ["乙", "3.5"]]));

    private static IEnumerable<(string Name, byte[] Bytes)> Parts(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var bytes = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(bytes);
            yield return (entry.FullName, bytes.ToArray());
        }
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(bytes);
            }
        }

        return zip.ToArray();
    }
}
