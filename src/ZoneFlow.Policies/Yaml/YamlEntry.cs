namespace ZoneFlow.Policies.Yaml;

/// <summary>One key of a map with its value; <c>KeyNode</c> carries the key's line.</summary>
public readonly record struct YamlEntry(string Key, YamlNode KeyNode, YamlNode Value);
