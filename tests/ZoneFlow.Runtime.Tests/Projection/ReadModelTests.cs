using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Projection;

namespace ZoneFlow.Runtime.Tests.Projection;

public sealed class ReadModelTests
{
    private static readonly CaseSummary Summary = new(
        new CaseId("z"), CaseKinds.Zone, "LN-1", "甲", "沈阳市", "liaoning-2025", "operating", new Label("运行期"), true, false,
        new DateOnly(2025, 1, 1), [new Label("市级转报")], [new Label("已授牌")], new DateOnly(2026, 3, 1));

    private static readonly PartyRow Party = new(new PartyId("p"), "甲", null, [new DatedRole("province", null, new DateOnly(2025, 1, 1), null)], 2);

    public static TheoryData<object> Changed =>
    [
        Summary with { Id = new CaseId("y") }, Summary with { Kind = "round" }, Summary with { Number = "LN-2" }, Summary with { Title = "乙" },
        Summary with { Region = null }, Summary with { Pack = "jilin-2023" }, Summary with { Standing = "revoked" }, Summary with { StandingLabel = new Label("撤销") },
        Summary with { Public = false }, Summary with { Final = true }, Summary with { Since = new DateOnly(2025, 1, 2) }, Summary with { Stages = [] },
        Summary with { Stages = [new Label("办结")] }, Summary with { Flags = [] }, Summary with { NextLast = null },
        Party with { Id = new PartyId("q") }, Party with { Name = "乙" }, Party with { Code = "x" }, Party with { Roles = [] }, Party with { People = 3 },
    ];

    [Fact]
    public void Difference_OfRowsThatSayTheSame_IsNothing()
    {
        var (puts, drops) = ReadModel.Difference(Rows(Summary, Party), Rows(Alike(Summary), Party with { Roles = [.. Party.Roles] }));

        Assert.Empty(puts);
        Assert.Empty(drops);
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public void Difference_OfRowsThatSayAnything_PutsThem(object now)
    {
        var (puts, drops) = ReadModel.Difference(Rows(now is PartyRow ? Party : Summary), Rows(now));

        Assert.Equal(new ModelRow.Content(now).Json, Assert.Single(puts).Json);
        Assert.Empty(drops);
    }

    [Fact]
    public void Difference_OfManyRows_IsThatOfFew()
    {
        ImmutableArray<ModelRow> was = [.. Enumerable.Range(0, 30).Select(n => Row($"{n}", Summary))];
        ImmutableArray<ModelRow> now = [.. was.Skip(2), Row("x", Summary), Row("1", Summary with { Title = "乙" })];

        var (puts, drops) = ReadModel.Difference(was, now);

        Assert.Equal(["1", "x"], puts.Select(p => p.Sort).Order());
        Assert.Equal(new IndexKey(Indexes.Register, "zone", "0"), Assert.Single(drops));
    }

    private static CaseSummary Alike(CaseSummary summary) => summary with { Stages = [.. summary.Stages], Flags = [.. summary.Flags] };

    private static ImmutableArray<ModelRow> Rows(params object[] values) => [.. values.Select((v, n) => Row($"{n}", v))];

    private static ModelRow Row(string sort, object value) => new(Indexes.Register, "zone", sort, new CaseId("z"), new ModelRow.Content(value));
}
