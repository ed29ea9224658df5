using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    [Fact]
    public async Task ReadingAJournal_OfTwoCasesTurnAbout_GivesEachItsOwnInOrder()
    {
        var (one, other) = (await OpenedAsync(), await OpenedAsync());
        var (ofOne, ofOther) = (one.Entries, other.Entries);
        for (var i = 0; i < 5; i++)
        {
            one = await CommittedAsync(Samples.After(one));
            other = await CommittedAsync(Samples.After(other));
            ofOne = ofOne.AddRange(one.Entries);
            ofOther = ofOther.AddRange(other.Entries);
        }

        AssertSame(ofOne, await Store.JournalAsync(one.Case, 0, 100, None));
        AssertSame(ofOther, await Store.JournalAsync(other.Case, 0, 100, None));
    }

    [Fact]
    public async Task ReadingAJournal_PageByPage_GivesEveryEntryOnceWithItsPrevious()
    {
        var commit = await OpenedAsync();
        var all = commit.Entries;
        while (all.Length < 10)
        {
            commit = await CommittedAsync(Samples.After(commit));
            all = all.AddRange(commit.Entries);
        }

        List<StoredEntry> read = [];
        for (IReadOnlyList<StoredEntry> page; (page = await Store.JournalAsync(commit.Case, read.LastOrDefault()?.Sequence ?? 0, 3, None)).Count > 0;)
        {
            Assert.True(page.Count <= 3);
            read.AddRange(page);
        }

        AssertSame(all, read);
        Assert.Empty(await Store.JournalAsync(commit.Case, 10, 3, None));
    }

    [Fact]
    public async Task ReadingAJournal_OfOneCommitWithThreeEntries_ChainsThem()
    {
        var first = await OpenedAsync();
        var two = Samples.Entry(first.Case, 2, first.Head);
        var three = Samples.Entry(first.Case, 3, two.Hash);
        var four = Samples.Entry(first.Case, 4, three.Hash);
        await CommittedAsync(Samples.After(first) with { Version = 4, Entries = [two, three, four], Head = four.Hash });

        AssertSame([first.Entries[0], two, three, four], await Store.JournalAsync(first.Case, 0, 10, None));
        AssertSame([three], await Store.JournalAsync(first.Case, 2, 1, None));
    }

    [Fact]
    public async Task Committing_WithoutEntries_LeavesTheJournal()
    {
        var first = await OpenedAsync();
        var second = await CommittedAsync(Samples.After(first) with { Entries = [], Head = first.Head });
        var third = await CommittedAsync(Samples.After(second));

        AssertSame([.. first.Entries, .. third.Entries], await Store.JournalAsync(first.Case, 0, 10, None));
    }

    [Fact]
    public async Task Rows_OfOneKind_ComeByKeyAndTheLastPutStands()
    {
        var commit = await OpenedAsync(with: commit => commit with
        {
            Rows = [new("answer", "b", "1"), new("answer", "机构", "2"), new("answer", "a", "3"), new("score", "a", "4")],
        });
        await CommittedAsync(Samples.After(commit) with { Rows = [new("answer", "b", "5")] });
        await Store.PutRowAsync(commit.Case, new("link", "x", "6"), None);
        await Store.PutRowAsync(commit.Case, new("link", "x", "7"), None);
        await Store.PutRowAsync(Samples.NewCase(), new("link", "x", "8"), None);

        Assert.Equal([new("answer", "a", "3"), new("answer", "b", "5"), new CaseRow("answer", "机构", "2")], await Store.RowsAsync(commit.Case, "answer", None));
        Assert.Equal([new CaseRow("link", "x", "7")], await Store.RowsAsync(commit.Case, "link", None));
        Assert.Equal(1, (await Store.LoadAsync(commit.Case, None))!.Version - 1);
    }

    [Fact]
    public async Task Confided_OfOneCase_IsFoundByDigest()
    {
        var text = new ConfidedText(new('d', 64), "c2FsdA==", "name", "张三");
        var commit = await OpenedAsync(with: commit => commit with { Confided = [text, text with { Digest = new('e', 64), Text = "" }] });
        await OpenedAsync(with: commit => commit with { Confided = [text with { Text = "李四" }] });

        var read = await Store.ConfidedAsync(commit.Case, None);

        Assert.Equal(2, read.Count);
        Assert.Equal(text, read[text.Digest]);
        Assert.Equal("", read[new('e', 64)].Text);
    }

    [Fact]
    public async Task Forgetting_SomeTexts_LeavesTheOthersAndTheJournal()
    {
        var text = new ConfidedText(new('d', 64), "c2FsdA==", "name", "张三");
        var commit = await OpenedAsync(with: commit => commit with { Confided = [text, text with { Digest = new('e', 64), Text = "李四" }] });
        var other = await OpenedAsync(with: commit => commit with { Confided = [text] });

        await Store.ForgetAsync(commit.Case, [text.Digest, new('f', 64)], None);
        await Store.ForgetAsync(commit.Case, [text.Digest], None);

        Assert.Equal([new('e', 64)], (await Store.ConfidedAsync(commit.Case, None)).Keys);
        Assert.Single(await Store.ConfidedAsync(other.Case, None));
        AssertSame(commit, await Store.LoadAsync(commit.Case, None));
        Assert.Equal(commit.Entries.Length, (await Store.JournalAsync(commit.Case, 0, 100, None)).Count);
    }

    [Fact]
    public async Task Storing_LargeValues_GivesThemBackWhole()
    {
        var large = new string('中', 350_000);
        var commit = await CommittedAsync(Samples.Open(Samples.NewCase(), 1_000_000) with
        {
            Rows = [new("answer", "large", large)],
            IndexPuts = [Samples.Row("large") with { Json = large }],
        });
        await Store.PutRecordAsync(new("pack", "hash", large, null), None);

        AssertSame(commit, await Store.LoadAsync(commit.Case, None));
        Assert.Equal(large, (await Store.RowsAsync(commit.Case, "answer", None))[0].Json);
        Assert.Equal(large, (await Store.IndexAsync(Indexes.Register, "all", null, 1, None))[0].Json);
        Assert.Equal(large, (await Store.RecordAsync("pack", "hash", None))!.Json);
    }

    [Fact]
    public async Task Storing_EmptyBytes_GivesEmptyBytes()
    {
        var entry = Samples.Entry(new("empty"), 1, ReadOnlyMemory<byte>.Empty) with { Bytes = ReadOnlyMemory<byte>.Empty };
        await OpenedAsync(new("empty"), commit => commit with { State = ReadOnlyMemory<byte>.Empty, Entries = [entry], Head = entry.Hash });

        Assert.Equal(0, (await Store.LoadAsync(new("empty"), None))!.State.Length);
        AssertSame([entry], await Store.JournalAsync(new("empty"), 0, 1, None));
    }
}
