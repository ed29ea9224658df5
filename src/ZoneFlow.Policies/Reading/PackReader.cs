using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

internal static class PackReader
{
    public static Pack? Read(IReadOnlyList<YamlNode> roots, string hash, PackContext pack) => throw new NotImplementedException();
}
