using System.Collections.Immutable;
using ZoneFlow.Core.Policies;
using ZoneFlow.Policies.Yaml;

namespace ZoneFlow.Policies.Reading;

/// <summary><c>form:</c> a list of sections as printed, each with its fields; a field is named once in the whole form.</summary>
internal static class FormReader
{
    public static ImmutableArray<FieldRule> Read(YamlNode? form, PackContext pack)
    {
        if (form is null || !form.MustBeList())
        {
            return [];
        }
        var fields = ImmutableArray.CreateBuilder<FieldRule>();
        foreach (var section in form.Items.Where(s => s.MustBeMap()))
        {
            var heading = section.RequiredText("section");
            var source = Sources.Own(section);
            fields.AddRange(pack.Each(
                section.Required("fields"), Kinds.Field, "form", (name, node) => FieldReader.Read(name, node, heading, source, pack, "")));
            section.RefuseUnknownKeys();
        }
        return fields.ToImmutable();
    }
}
