using System.Text;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Json;
using ZoneFlow.Runtime.Journal;

namespace ZoneFlow.Faults.Histories;

/// <summary>Shapes of 0.9 that none of the kept lives wrote.</summary>
public sealed class UpcastTests
{
    private const string Entry = """
        {"sequence":9,"at":"2025-06-01T01:00:00+00:00","receivedAt":"2025-06-01T01:00:00+00:00","cause":"s","actor":{"party":null,"person":null,"roles":[],"how":"System","secondFactor":true},"pack":null,"calendar":"c","rules":1,"lookedUp":null,"changes":[CHANGE]}
        """;

    [Fact]
    public void ABanOfThePreviousRelease_WarnsNobodyElse()
    {
        var change = """{"did":"ban-imposed","ban":"no-reapply","subject":"9121","scope":["集聚区"],"first":"2025-06-01","last":"2030-06-01","source":{"article":"第二十一条","default":null}}""";

        var ban = Assert.IsType<Change.BanImposed>(Assert.Single(Read(change).Changes));
        Assert.Empty(ban.Warned);
        Assert.NotEmpty(JournalText.Write(Read(change)));
    }

    [Fact]
    public void ABanThatWaitsInThePreviousReleasesOutbox_IsTheCasesFirstAndStands()
    {
        const string Text = """{"do":"register-ban","id":"zone-1/9/0","notBefore":"2025-06-01T01:00:00+00:00","ban":"no-reapply","subject":"9121","scope":["集聚区"],"first":"2025-06-01","last":"2030-06-01","article":"第二十一条","warnsOnly":false}""";

        var ban = Assert.IsType<Effect.RegisterBan>(System.Text.Json.JsonSerializer.Deserialize(Text, CaseJson.Stored.Effect));
        Assert.Equal((1, false), (ban.Number, ban.Lifted));
    }

    private static Entry Read(string change) => JournalText.Read(Encoding.UTF8.GetBytes(Entry.Replace("CHANGE", change, StringComparison.Ordinal)));
}
