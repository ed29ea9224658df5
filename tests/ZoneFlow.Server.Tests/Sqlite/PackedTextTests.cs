using System.Text;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Sqlite.Packing;
using ZoneFlow.TestKit.Ports;

namespace ZoneFlow.Server.Tests.Sqlite;

public sealed class PackedTextTests
{
    private static readonly PackDictionary Dictionary = new(300, Encoding.UTF8.GetBytes(
        """{"sequence":,"at":"2025-09-16T02:00:00+00:00","actor":{"party":"province","roles":[]},"changes":[{"did":"stage-entered"}],"source":{"default":"文本未定转报时限"}}"""));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AText_OfAnyMake_ComesBackAsItWas(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < 2_000; n++)
        {
            var text = Text(random);
            if (PackedText.Pack(Dictionary, text) is { } packed)
            {
                Assert.True(packed.Length < text.Length);
                Assert.Equal(300, PackedText.DictionaryOf(packed));
                Assert.Equal(text, PackedText.Unpack(Dictionary, packed));
            }
        }
    }

    [Fact]
    public void AnEntry_LikeTheDictionary_TakesLittleMoreThanItsDigests()
    {
        var text = Encoding.UTF8.GetBytes(
            $$"""{"sequence":21,"at":"2025-09-16T02:00:00+00:00","cause":"{{Guid.CreateVersion7()}}","content":"{{new string('9', 3)}}{{Convert.ToHexStringLower(RandomBytes(32))}}","changes":[{"did":"stage-entered"}]}""");

        Assert.InRange(PackedText.Pack(Dictionary, text)!.Length, 48, 110);
    }

    [Fact]
    public void APackedText_ThatIsDamaged_IsSaidToBeOrDiffers()
    {
        var text = Text(new Random(5));
        var packed = PackedText.Pack(Dictionary, text)!;
        for (var at = 0; at < packed.Length; at++)
        {
            var damaged = packed.ToArray();
            damaged[at] ^= 0x55;
            try
            {
                _ = PackedText.Unpack(Dictionary, damaged);
            }
            catch (InvalidDataException)
            {
                // The only way it may fail: whoever reads it sets the one case aside.
            }
        }

        Assert.Throws<InvalidDataException>(() => PackedText.Unpack(Dictionary, packed.AsSpan(0, packed.Length - 1)));
        Assert.Throws<InvalidDataException>(() => PackedText.Unpack(new PackDictionary(7, []), packed));
    }

    [Fact]
    public async Task AStore_ThatHasLearnt_ReadsWhatItPackedAndWhatItDidNot()
    {
        using var folder = new StoreFolder();
        var commits = new List<Commit>();
        await using (var store = folder.Open())
        {
            for (var n = 0; n < 1_500; n++)
            {
                var commit = Samples.Open(new($"case-{n}"));
                var row = new CaseRow(RowKinds.Document, "paper/00001", $$"""{"slot":"paper","at":"2025-09-16T02:00:00+00:00","number":{{n}},"title":"建设方案"}""");
                commits.Add(commit with { Rows = [row] });
            }

            foreach (var together in commits.Chunk(100))
            {
                await Task.WhenAll(together.Select(c => store.CommitAsync(c)));
            }
        }

        Assert.True((long)folder.Ask("SELECT count(*) FROM dictionaries")! > 0);
        Assert.True((long)folder.Ask("SELECT count(*) FROM journal WHERE packed = 1")! > 500);
        Assert.True((long)folder.Ask("SELECT count(*) FROM rows WHERE typeof(json) = 'blob'")! > 500);
        await using var again = folder.Open();
        foreach (var commit in commits)
        {
            var entry = Assert.Single(await again.JournalAsync(commit.Case, 0, 10, CancellationToken.None));
            Assert.Equal(commit.Entries[0].Bytes.ToArray(), entry.Bytes.ToArray());
            Assert.Equal(commit.Rows, await again.RowsAsync(commit.Case, RowKinds.Document, CancellationToken.None));
        }
    }

    private static byte[] Text(Random random)
    {
        var text = new StringBuilder();
        for (var parts = random.Next(1, 30); parts > 0; parts--)
        {
            text.Append(random.Next(7) switch
            {
                0 => Guid.NewGuid().ToString(),
                1 => Convert.ToHexStringLower(RandomBytes(random.Next(1, 80), random)),
                2 => "\"did\":\"stage-entered\"",
                3 => "文本未定转报时限",
                4 => new string((char)random.Next('a', 'z'), random.Next(1, 400)),
                5 => Encoding.Latin1.GetString(RandomBytes(random.Next(1, 20), random)),
                _ => "\"actor\":{\"party\":\"province\"",
            });
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] RandomBytes(int count, Random? random = null)
    {
        var bytes = new byte[count];
        (random ?? new Random(9)).NextBytes(bytes);
        return bytes;
    }
}
