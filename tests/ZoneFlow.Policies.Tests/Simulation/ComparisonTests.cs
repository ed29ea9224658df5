using ZoneFlow.Core.Calendars;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Policies.Simulation;
using ZoneFlow.Policies.Yaml;
using ZoneFlow.TestKit;

namespace ZoneFlow.Policies.Tests.Simulation;

public sealed class ComparisonTests
{
    private static readonly Pack Liaoning = ShippedPacks.Load("liaoning-2025").Pack!;

    [Fact]
    public void Compare_APackWithItself_IsTheSameThroughout()
    {
        var report = Compared(Liaoning);

        Assert.All(report.Steps, r => Assert.True(r.Same, $"{r}"));
        Assert.All(report.Dates, r => Assert.True(r.Same, $"{r}"));
        Assert.Empty(report.Lacks);
    }

    [Fact]
    public void Compare_APackWithALongerTermAndNoYearlyReport_SetsTheDatesBesideEachOtherAndSaysWhatIsMissing()
    {
        var other = Liaoning with
        {
            Marks = Liaoning.Marks.SetItem("term-end", Liaoning.Marks["term-end"] with { For = new Period(3, PeriodUnit.Years) }),
            Duties = [.. Liaoning.Duties.Where(d => d.Name != "annual-report")],
        };

        var report = Compared(other);

        var term = Assert.Single(report.Dates, r => r.What == "建设期满日");
        Assert.Equal(("2027-06-20", "2028-06-20", false), (term.First, term.Second, term.Same));
        Assert.Contains(report.Lacks, l => l.Contains("没有义务“年度工作报告”", StringComparison.Ordinal));
        Assert.Contains(report.Steps, r => r.What == "zone pass" && !r.Same);
    }

    private static CompareReport Compared(Pack other)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Scripts", "liaoning-2025", "operation.yaml");
        var script = ScriptReader.Read(File.ReadAllText(file), file, new ProblemList())!;
        return Comparison.Of(script, Liaoning, other, ChinaCalendar.Today);
    }
}
