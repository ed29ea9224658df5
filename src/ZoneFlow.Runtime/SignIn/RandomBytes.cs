namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// Where unguessable bytes come from: <see cref="System.Security.Cryptography.RandomNumberGenerator.GetBytes(int)"/>
/// in the heads, a seeded source in the simulator.
/// </summary>
public delegate byte[] RandomBytes(int count);
