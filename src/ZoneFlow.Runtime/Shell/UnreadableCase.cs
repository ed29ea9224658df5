using System.Text.Json;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>A case that cannot be read must not hold up the others: whoever comes upon it first sets it aside.</summary>
internal static class UnreadableCase
{
    /// <summary>Whether what is stored makes no sense. A disk or a network that fails throws other things, and the next try may go well.</summary>
    public static bool Is(Exception error) => error is JsonException or InvalidDataException or UnknownPackException;

    /// <summary>Sets it aside, unless it was before; gives what is to be thrown.</summary>
    public static async Task<CaseParkedException> ParkAsync(ICaseStore store, StoredCase stored, Exception error)
    {
        if (stored.Parked is { } known)
        {
            return new CaseParkedException(stored.Id, known);
        }

        var why = $"{error.GetType().Name}: {error.Message}";
        await store.ParkAsync(stored.Id, why, CancellationToken.None);
        return new CaseParkedException(stored.Id, why);
    }
}
