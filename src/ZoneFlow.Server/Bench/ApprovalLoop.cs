using ZoneFlow.Core.Cases;

namespace ZoneFlow.Server.Bench;

/// <summary>
/// Work that a zone can be given again and again: its body asks to change the plan, the city forwards it, the province
/// refuses. Each step is journalled, enters or ends a stage with its deadline, and tells somebody.
/// </summary>
internal static class ApprovalLoop
{
    /// <summary>The loop's next step for a zone as it stands.</summary>
    public static async Task<CaseState> StepAsync(BenchOffice office, CaseState state)
    {
        var stage = state.Procedures.FirstOrDefault(p => p.Name == "plan-change")?.Stage;
        var answer = await (stage switch
        {
            null => office.ActAsync(state, BenchOffice.Body, "request-change", ("summary", new FieldValue.Text("调整知识产权服务机构引进指标。"))),
            "city-check" => office.ActAsync(state, BenchOffice.City(state.Region!), "forward"),
            _ => office.ActAsync(state, BenchOffice.Province, "refuse"),
        });
        return answer.State!;
    }

    /// <summary>Opens an inquiry, which then goes on beside the loop.</summary>
    public static async Task<CaseState> InquiryAsync(BenchOffice office, CaseState state) => (await office.ActAsync(
        state, BenchOffice.Province, "open-revocation", ("ground", new FieldValue.Many(["（三）有重大违法违规行为"])))).State!;

    /// <summary>Takes over so many zones, a few at a time.</summary>
    public static async Task<CaseState[]> ZonesAsync(BenchOffice office, int zones, DateOnly designated)
    {
        var states = new CaseState[zones];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, zones), new ParallelOptions { MaxDegreeOfParallelism = 256 },
            async (n, _) => states[n] = (await office.AdoptAsync(n, designated)).State!);
        return states;
    }
}
