using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>Every value says which article (条款) gives it, or why it is a default (默认).</summary>
internal static class Sourcing
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var value in Sources.Of(map).Where(v => v.Owed && IsBlank(v.Source)))
        {
            report.Error("no-source", value.Path, $"Say where {value.What} comes from: an article (条款), or a default (默认) with its reason.");
        }
    }

    private static bool IsBlank(Source? source) => string.IsNullOrWhiteSpace(source?.Article) && string.IsNullOrWhiteSpace(source?.Default);
}
