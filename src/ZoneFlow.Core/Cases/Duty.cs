using ZoneFlow.Core.Policies;

namespace ZoneFlow.Core.Cases;

/// <summary>On whom a plan's items are laid today.</summary>
public static class Duty
{
    /// <summary>The units that lead an item, or share in it, groups not taken apart; empty where none is named.</summary>
    public static IEnumerable<string> Units(Pack pack, CaseState state, string item, RoleKind kind)
    {
        var (now, rule) = (state.Item(item), pack.Item(item));
        return kind switch
        {
            RoleKind.Lead => now is { Lead.IsEmpty: false } ? now.Lead : rule?.Lead ?? [],
            RoleKind.Responsible => now is { Responsible.IsEmpty: false } ? now.Responsible : rule?.Responsible ?? [],
            _ => [],
        };
    }
}
