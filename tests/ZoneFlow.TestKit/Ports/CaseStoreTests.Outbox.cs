using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.TestKit.Ports;

public abstract partial class CaseStoreTests
{
    private static readonly CaseId Sender = new("sender");

    private static OutboxEffect First => Samples.Effect(Sender, 1, "one");

    private static OutboxEffect Second => Samples.Effect(Sender, 2, "one");

    private static OutboxEffect Elsewhere => Samples.Effect(Sender, 3, "other");

    private Task<Commit> SentAsync(params OutboxEffect[] effects) => OpenedAsync(Sender, commit => commit with { Effects = [.. effects] });

    [Fact]
    public async Task PendingEffects_OfOneLane_ComeOneAfterAnother()
    {
        await SentAsync(First, Second, Elsewhere);

        Assert.Equal([First, Elsewhere], await Store.PendingEffectsAsync(Noon, 10, None));

        await Store.EffectDoneAsync(First.Id, None);
        await Store.EffectDoneAsync(First.Id, None);

        Assert.Equal([Second.Id, Elsewhere.Id], await PendingAsync());
    }

    [Fact]
    public async Task PendingEffects_WrittenOutOfOrder_KeepTheOrderTheyState()
    {
        await SentAsync(Second, First);

        Assert.Equal([First.Id], await PendingAsync());
    }

    [Fact]
    public async Task PendingEffects_BeforeTheirTime_AreNotThere()
    {
        await SentAsync(First with { NextTry = Noon.AddMilliseconds(1) });

        Assert.Empty(await PendingAsync());
        Assert.Equal(Noon.AddMilliseconds(1), await Store.NextEffectAsync(None));
        Assert.Equal([First.Id], await PendingAsync(Noon.AddMilliseconds(1)));
    }

    [Fact]
    public async Task PendingEffects_GiveTheLongestWaitingFirstAndNoMoreThanAsked()
    {
        await SentAsync(First, Elsewhere with { NextTry = Noon.AddHours(-1) });

        Assert.Equal(Elsewhere.Id, Assert.Single(await Store.PendingEffectsAsync(Noon, 1, None)).Id);
        Assert.Equal([Elsewhere.Id, First.Id], await PendingAsync());
        Assert.Equal(Noon.AddHours(-1), await Store.NextEffectAsync(None));
    }

    [Fact]
    public async Task PuttingOff_AnEffect_HoldsItsLaneAndNoOther()
    {
        await SentAsync(First, Second, Elsewhere);

        await Store.EffectPutOffAsync(First.Id, Noon.AddHours(1), 3, "对方拒收", parked: false, None);

        Assert.Equal([Elsewhere.Id], await PendingAsync());
        var held = First with { NextTry = Noon.AddHours(1), Attempts = 3, Error = "对方拒收" };
        Assert.Equal([Elsewhere, held], await Store.PendingEffectsAsync(Noon.AddHours(1), 10, None));
    }

    [Fact]
    public async Task NextEffect_BehindOneThatIsPutOff_IsNotTheOneHeldUp()
    {
        await SentAsync(First, Second);
        await Store.EffectPutOffAsync(First.Id, Noon.AddHours(1), 1, "no", parked: false, None);

        Assert.Equal(Noon.AddHours(1), await Store.NextEffectAsync(None));
    }

    [Fact]
    public async Task Parking_AnEffect_LetsItsLaneGoOn()
    {
        await SentAsync(First, Second);

        await Store.EffectPutOffAsync(First.Id, Noon, 9, "no such address", parked: true, None);

        Assert.Equal([Second.Id], await PendingAsync());
        await Store.EffectDoneAsync(Second.Id, None);
        Assert.Null(await Store.NextEffectAsync(None));
        Assert.Empty(await PendingAsync());
    }

    [Fact]
    public async Task Parking_AnEffect_EndsWhenItIsBroughtBack()
    {
        await SentAsync(First, Second);
        await Store.EffectPutOffAsync(First.Id, Noon, 9, "no", parked: true, None);

        await Store.EffectPutOffAsync(First.Id, Noon, 0, null, parked: false, None);

        Assert.Equal([First], await Store.PendingEffectsAsync(Noon, 10, None));
    }

    [Fact]
    public async Task PuttingOff_AnEffectThatIsDone_DoesNotBringItBack()
    {
        await SentAsync(First);
        await Store.EffectDoneAsync(First.Id, None);

        await Store.EffectPutOffAsync(First.Id, Noon, 1, "late", parked: false, None);

        Assert.Empty(await Store.OutboxAsync(10, None));
    }

    [Fact]
    public async Task TheOutbox_AsItStands_ShowsParkedOnesFirst()
    {
        await SentAsync(First, Second, Elsewhere);
        await Store.EffectPutOffAsync(Elsewhere.Id, Noon.AddDays(1), 9, "no", parked: true, None);

        Assert.Equal([Elsewhere.Id, First.Id, Second.Id], (await Store.OutboxAsync(10, None)).Select(effect => effect.Id));
        Assert.True(Assert.Single(await Store.OutboxAsync(1, None)).Parked);
    }
}
