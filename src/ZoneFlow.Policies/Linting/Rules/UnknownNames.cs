using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>Every name that is used is declared. The reader of YAML refuses most of these; packs come from elsewhere too.</summary>
internal static class UnknownNames
{
    public static void Check(PackMap map, Report report)
    {
        foreach (var use in NameUses.Of(map).Where(u => !u.Known))
        {
            report.Error($"unknown-{use.Kind}", use.Path, $"There is no {use.Kind.Replace('-', ' ')} '{use.Name}' in this pack.");
        }
    }
}
