using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Tests.Effects;

public sealed class FreshEffectsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private readonly FreshEffects _fresh = new();

    [Fact]
    public void Taking_WhatWasKept_GivesItOnce()
    {
        var (written, effect) = Kept("z/1/1", "{}");

        Assert.Same(effect, _fresh.Take(written));
        Assert.Null(_fresh.Take(written));
    }

    // Two decide on one version at once: both name their effects alike, and one of them is committed.
    [Fact]
    public void Taking_WhatACommitThatWasOvertakenKept_ReadsWhatWasWritten()
    {
        Kept("z/1/1", """{"of":"the one that lost"}""");

        Assert.Null(_fresh.Take(Written("z/1/1", """{"of":"the one that won"}""")));
    }

    [Fact]
    public void Taking_AfterItsCommitWasNotMade_FindsNothing()
    {
        var (written, _) = Kept("z/1/1", "{}");

        _fresh.LetGo([written]);

        Assert.Null(_fresh.Take(written));
    }

    [Fact]
    public void Keeping_WhatWaitsForALaterHour_KeepsNothing()
    {
        var written = Written("z/1/1", "{}") with { NextTry = Now.AddHours(1) };

        _fresh.Keep([written], [Said("z/1/1")], Now);

        Assert.Null(_fresh.Take(written));
    }

    // Whatever is kept is taken or let go: what stayed would leave no room for others for ever.
    [Fact]
    public void Keeping_AfterThousandsOfCommitsThatFailed_StillKeeps()
    {
        for (var n = 0; n < 10_000; n++)
        {
            _fresh.LetGo([Kept($"z/{n}/1", "{}").Written]);
        }

        var (written, effect) = Kept("z/x/1", "{}");

        Assert.Same(effect, _fresh.Take(written));
    }

    private (OutboxEffect Written, Effect Effect) Kept(string id, string json)
    {
        var (written, effect) = (Written(id, json), Said(id));
        _fresh.Keep([written], [effect], Now);
        return (written, effect);
    }

    private static OutboxEffect Written(string id, string json) => new(id, new CaseId("z"), 1, "z|register", "ban", json, Now, 0, null, false);

    private static Effect.SendMessage Said(string id) => new(id, Now, new CaseId("round"), CaseKinds.Zone, 1, "said", ImmutableSortedDictionary<string, string>.Empty);
}
