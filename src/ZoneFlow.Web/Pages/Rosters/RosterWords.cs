using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Imports;

namespace ZoneFlow.Web.Pages.Rosters;

/// <summary>What a row does, in words.</summary>
internal static class RosterWords
{
    public static Label Of(RosterRowKind kind) => kind switch
    {
        RosterRowKind.Wrong => new("有误", "Wrong"),
        RosterRowKind.Comes => new("入驻", "Comes"),
        RosterRowKind.Leaves => new("退出", "Leaves"),
        RosterRowKind.Changes => new("变更", "Changes"),
        RosterRowKind.Same => new("未变", "As it stands"),
        _ => new("重复", "Repeated"),
    };
}
