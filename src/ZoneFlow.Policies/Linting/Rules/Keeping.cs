using ZoneFlow.Core.Calendars;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>How long an ended case is kept (保管期限) is written down for each way that it can end, in months or years, and for no other standing.</summary>
internal static class Keeping
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var kind in map.Pack.Cases.Values)
        {
            var path = $"cases/{kind.Kind}";
            var final = kind.Standings.Where(s => s.Final).Select(s => s.Name).ToList();
            if (kind.Keep is not { } keep)
            {
                if (final.Count > 0)
                {
                    report.Error("keep-unsaid", path, $"The case (案卷) '{kind.Kind}' can end and does not say how long it is kept afterwards: write 'keep:' (保管期限).");
                }

                continue;
            }

            path += "/keep";
            foreach (var standing in final.Where(s => !keep.Standings.ContainsKey(s)))
            {
                report.Error("keep-unsaid", path, $"A '{kind.Kind}' can end as '{standing}', and nothing says how long it is kept then (保管期限).");
            }

            foreach (var standing in keep.Standings.Keys.Except(final, StringComparer.Ordinal))
            {
                report.Error("keep-not-final", path, $"The standing (状态) '{standing}' has a term for keeping (保管期限), and a '{kind.Kind}' does not end with it.");
            }

            if (keep.Standings.Values.Concat(keep.Readings is { } readings ? [readings] : []).Any(p => p.Unit is not (PeriodUnit.Months or PeriodUnit.Years)))
            {
                report.Error("keep-days", path, "A term for keeping (保管期限) is given in months or years.");
            }
        }
    }
}
