using System.Collections.Concurrent;
using ContactCenter.Core.Api.Access;

namespace ContactCenter.Web.SignIn;

/// <summary>
/// What somebody who has signed in may do now. Whoever acts is looked up each time, so that a person who has left a group, or the company,
/// does nothing any more; whoever looks is looked up once a minute. Without a directory the groups of the token count, as long as the
/// session does.
/// </summary>
/// <param name="settings">How people sign in.</param>
/// <param name="directory">Knows people; null: nobody does.</param>
/// <param name="clock">Says what time it is.</param>
public sealed class KnownCallers(SignInSettings settings, IPeopleDirectory? directory, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>More people than ever look at once are forgotten together.</summary>
    private const int MaximumPeople = 1000;

    private readonly ConcurrentDictionary<string, (IReadOnlyList<string>? Groups, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <summary>Who calls; null: the person is not there any more.</summary>
    /// <param name="session">The session.</param>
    /// <param name="isAct">Whether something is to be changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ApiCaller?> OfAsync(Session session, bool isAct, CancellationToken cancellationToken)
    {
        var groups = directory is null ? session.Groups : await GroupsAsync(directory, session.UserName, isAct, cancellationToken);
        return groups is null
            ? null
            : new ApiCaller($"{settings.Issuer} {session.Subject}", session.Name, ClaimReader.RoleOf(groups, settings.Roles));
    }

    private async ValueTask<IReadOnlyList<string>?> GroupsAsync(
        IPeopleDirectory asked, string name, bool isAct, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!isAct && _known.TryGetValue(name, out var known) && now - known.At < Remembered)
        {
            return known.Groups;
        }

        var groups = await asked.GroupsAsync(name, cancellationToken);
        if (_known.Count >= MaximumPeople)
        {
            _known.Clear();
        }

        _known[name] = (groups, now);
        return groups;
    }
}
