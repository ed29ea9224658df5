using ZoneFlow.Policies.Linting.Model;

namespace ZoneFlow.Policies.Linting.Rules;

/// <summary>What anybody may see of a case is written down (公开内容), where some of it is public, and is something that the case comes to have.</summary>
internal static class PublicLists
{
    public static void Check(PackMap map, Report report)
    {
        var marks = new Marks(map);
        foreach (var kind in map.Pack.Cases.Values)
        {
            var path = $"cases/{kind.Kind}";
            var isPublic = kind.Standings.Any(s => s.Public);
            if (kind.Public is not { } list)
            {
                if (isPublic)
                {
                    report.Error("public-unsaid", path, $"The case (案卷) '{kind.Kind}' has a public standing (状态) and does not say what of it anybody may see: write 'public:' (公开内容).");
                }

                continue;
            }

            path += "/public";
            if (!isPublic)
            {
                report.Error("public-never", path, $"The case (案卷) '{kind.Kind}' lists what is public (公开内容), and none of its standings (状态) is.");
            }

            foreach (var date in list.Dates.Where(d => !marks.Setters(kind.Kind, d).Any()))
            {
                report.Error("public-never-set", path, $"The date '{date}' is public (公开内容), and nothing in a '{kind.Kind}' ever sets it.");
            }
        }
    }
}
