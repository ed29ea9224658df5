using ZoneFlow.Core.Cases;
using ZoneFlow.TestKit;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Tests.Shell;

/// <summary>What is found is never older than the last commit that was answered.</summary>
public sealed class CaseCacheTests
{
    private static readonly CaseId Id = new("office");
    private readonly CaseCache _cache = new(64);

    [Fact]
    public void Finding_WhatACommitWrote_GivesIt()
    {
        Commit(Version(3));

        Assert.Equal(3, _cache.Find(Id)?.State.Version);
    }

    [Fact]
    public void Keeping_WhatWasLoadedBeforeACommit_IsRefused()
    {
        var mark = _cache.Mark(Id);
        Commit(Version(3));
        _cache.Loaded(Id, Version(2), mark);

        Assert.Equal(3, _cache.Find(Id)?.State.Version);
    }

    [Fact]
    public void Ending_ACommitLate_DoesNotUndoANewerOne()
    {
        _cache.Begun(Id);
        Commit(Version(4));
        _cache.Ended(Id, Version(3));

        Assert.Equal(4, _cache.Find(Id)?.State.Version);
    }

    [Fact]
    public void Ending_ACommitThatFailed_ForgetsTheCase()
    {
        Commit(Version(3));
        _cache.Begun(Id);
        _cache.Ended(Id, null);

        Assert.Null(_cache.Find(Id));
    }

    [Fact]
    public void Forgetting_WhileACommitIsUnderWay_KeepsNothingOfIt()
    {
        _cache.Begun(Id);
        _cache.Forget(Id);
        _cache.Ended(Id, Version(3));
        Assert.Null(_cache.Find(Id));

        _cache.Loaded(Id, Version(3), _cache.Mark(Id));
        Assert.NotNull(_cache.Find(Id));
    }

    [Fact]
    public void Keeping_MoreThanTheBound_LetsOldOnesGo()
    {
        CaseId[] ids = [.. Enumerable.Range(0, 1_000).Select(n => new CaseId($"case-{n}"))];
        foreach (var id in ids)
        {
            _cache.Begun(id);
            _cache.Ended(id, Version(1));
        }

        Assert.InRange(ids.Count(id => _cache.Find(id) is not null), 1, 64);
        Assert.NotNull(_cache.Find(ids[^1]));
    }

    private void Commit(KnownCase known)
    {
        _cache.Begun(Id);
        _cache.Ended(Id, known);
    }

    private static KnownCase Version(long version)
    {
        var rules = new Rulebook(null, ChinaCalendar.Today, Rulebook.UsualOpening);
        var opened = Lifecycle.Decide(
            rules, null, Signal.By(new SignalId("1"), Id, DateTimeOffset.UnixEpoch, Actor.System, new SignalBody.OpenOffice("省知识产权局")));
        return new KnownCase(opened.State! with { Version = version }, ReadOnlyMemory<byte>.Empty, version);
    }
}
