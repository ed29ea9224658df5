namespace ZoneFlow.Runtime.Cloud;

/// <summary>A setting stops the start. The message names it and never its value.</summary>
public sealed class CloudSettingException(string name, string what) : Exception($"The setting {name} {what}.")
{
    public string Name { get; } = name;
}
