using System.Collections.Immutable;
using System.Text;
using Xunit.Abstractions;
using ZoneFlow.Core.Cases;
using ZoneFlow.Policies.Reading;
using ZoneFlow.Runtime.Projection;
using ZoneFlow.TestKit.Parts;

namespace ZoneFlow.Server.Tests.Plans;

/// <summary>A plan that nobody answers for a year owes reports by the dozen: its pages stay as small as any.</summary>
public sealed class PlanPageSizeTests(PlanOffice office, ITestOutputHelper output) : IClassFixture<PlanOffice>
{
    private const int MostBytes = 100_000;

    [FactIfPresent]
    [NeedsFullRun]
    public async Task Pages_OfAPlanWithManyReportsOwed_AreUnderAHundredKilobytes()
    {
        var items = (await office.Server.StateAsync(office.Plan)).Items.Select(i => i.Key).ToImmutableArray();
        await office.ActAsync(PlanOffice.Leading, "name-lead", ("items", new FieldValue.Many(items)), ("lead", new FieldValue.Many(["quanshan"])));
        await office.Server.MoveToAsync("2026-06-01");
        var state = await office.Server.StateAsync(office.Plan);
        output.WriteLine($"{state.Procedures.Length} procedures");
        Assert.True(state.Procedures.Length >= 50, $"{state.Procedures.Length} procedures");
        var names = state.Procedures.Select(p => ProcedureNames.Of(ShippedPacks.Load(state.Pack.Pack).Pack!, state, p).Zh).ToList();
        Assert.Equal(names.Distinct(), names);
        var leading = await office.BrowserAsync(PlanOffice.Leading);

        foreach (var path in (string[])["/cases/xz-plan", "/cases/xz-plan/plan", "/cases/xz-plan/plan/book", "/cases/xz-plan/timeline", "/worklist", "/worklist/month", "/worklist/plans"])
        {
            var page = await leading.GetAsync(path);
            Assert.Equal((path, 200), (path, page.Status));
            var bytes = Encoding.UTF8.GetByteCount(page.Text);
            output.WriteLine($"{path} {bytes:N0} bytes");
            Assert.True(bytes < MostBytes, $"{path}: {bytes}");
        }
    }
}
