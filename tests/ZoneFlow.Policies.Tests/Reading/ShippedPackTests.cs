using System.Collections;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;

namespace ZoneFlow.Policies.Tests.Reading;

public sealed class ShippedPackTests
{
    public static TheoryData<string> Names => [.. ShippedPacks.Names];

    [Fact]
    public void Names_BesideTheProgram_AreThePacksShipped() => Assert.Contains("liaoning-2025", ShippedPacks.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Load_EveryShippedPack_ReadsWithoutAProblem(string name)
    {
        var reading = ShippedPacks.Load(name);
        Assert.True(reading.Problems.IsEmpty, string.Join('\n', reading.Problems));
        Assert.Equal(name, reading.Pack!.Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryLabel_OfAShippedPack_HasEnglishBesideTheChinese(string name)
    {
        var labels = LabelsIn(ShippedPacks.Load(name).Pack!).ToList();
        Assert.True(labels.Count > 100);
        Assert.DoesNotContain(labels, l => string.IsNullOrWhiteSpace(l.Zh) || string.IsNullOrWhiteSpace(l.En));
    }

    /// <summary>Every label that a value holds, however deep.</summary>
    private static IEnumerable<Label> LabelsIn(object? value) => value switch
    {
        null or string or DateOnly => [],
        Label label => [label],
        IEnumerable many => many.Cast<object?>().SelectMany(LabelsIn),
        _ when value.GetType() is var type && (type.Namespace == typeof(Pack).Namespace || type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal)) =>
            type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic).SelectMany(p => LabelsIn(p.GetValue(value))),
        _ => [],
    };
}
