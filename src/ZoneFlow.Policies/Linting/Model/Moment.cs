namespace ZoneFlow.Policies.Linting.Model;

/// <summary>Where two cases that talk to each other stand at one moment.</summary>
/// <param name="Item">The state in which the host lists the guest, or null where it does not.</param>
/// <param name="Joined">Whether the guest is tied to this host.</param>
internal sealed record Moment(Side Host, Side Guest, string? Item, bool Joined)
{
    public string Key => string.Join('|', Host.Key, Guest.Key, Item, Joined);

    public Side Of(bool host) => host ? Host : Guest;

    public Moment With(bool host, Side side) => host ? this with { Host = side } : this with { Guest = side };
}
