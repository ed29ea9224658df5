namespace ZoneFlow.Server.Demo;

/// <summary>A sample body with one sample person, and the role it holds.</summary>
/// <param name="Secured">Whether the person has a time-based code.</param>
internal sealed record SamplePerson(string Key, string Party, string Role, string? Region, string Name, string Email, bool Secured);
