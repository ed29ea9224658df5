using System.Security.Cryptography;
using System.Text;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Access;

/// <summary>
/// The nonce of a form: it binds the post to the session or link the page was shown under. Another site can send a
/// post but cannot know it.
/// </summary>
public static class FormNonce
{
    public static string For(Token holder, string signal) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(holder.Value), Encoding.UTF8.GetBytes($"form|{signal}")));

    public static bool Holds(Token holder, string signal, string? nonce) =>
        nonce is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(For(holder, signal)), Encoding.UTF8.GetBytes(nonce));
}
