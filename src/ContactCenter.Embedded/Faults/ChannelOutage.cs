using System.Collections.Immutable;
using ContactCenter.Core.Configuration;
using ContactCenter.Simulation;

namespace ContactCenter.Embedded.Faults;

/// <summary>What an address does while it is out.</summary>
internal enum ChannelFault
{
    /// <summary>It asks to be tried later.</summary>
    Down,

    /// <summary>It says that there is nothing at the address.</summary>
    Gone,

    /// <summary>It takes messages and delivers nothing.</summary>
    Lies,
}

/// <summary>A time in which an address does not do what it should.</summary>
/// <param name="Address">The address.</param>
/// <param name="Fault">What it does instead.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The first moment after it.</param>
internal sealed record ChannelOutage(string Address, ChannelFault Fault, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The outages of a run in their order: two in one audience, which may share a fallback, and a liar anywhere.</summary>
    public static ImmutableArray<ChannelOutage> Draw(
        ContactCenterConfiguration configuration, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var audiences = configuration.Audiences.Values.ToArray();
        var audience = audiences[(int)(random.Next() * audiences.Length)];
        ChannelOutage[] outages =
        [
            DrawOne(audience, ChannelFault.Down, random, start, length),
            DrawOne(audience, ChannelFault.Gone, random, start, length),
            DrawOne([.. audiences.SelectMany(endpoints => endpoints)], ChannelFault.Lies, random, start, length),
        ];
        return [.. outages.OrderBy(outage => outage.From)];
    }

    /// <summary>An outage of one of these endpoints.</summary>
    public static ChannelOutage DrawOne(
        IReadOnlyList<Endpoint> endpoints, ChannelFault fault, SeededRandom random, DateTimeOffset start, TimeSpan length)
    {
        var address = endpoints[(int)(random.Next() * endpoints.Count)].To;
        var from = start + (length * random.Next());
        return new ChannelOutage(address, fault, from, from + (length * 0.5 * random.Next()));
    }
}
