using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using ContactCenter.Web.SignIn;

namespace ContactCenter.WebFunction.People;

/// <summary>The deployed user pool.</summary>
/// <param name="client">The service.</param>
/// <param name="pool">Id of the pool.</param>
internal sealed class CognitoDirectory(IAmazonCognitoIdentityProvider client, string pool) : IPeopleDirectory
{
    /// <summary>Nobody is in more groups; the service gives 60 at once at most.</summary>
    private const int MaximumGroups = 60;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>?> GroupsAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var person = await client.AdminGetUserAsync(
                new AdminGetUserRequest { UserPoolId = pool, Username = name }, cancellationToken);
            if (person.Enabled != true)
            {
                return null;
            }

            var groups = await client.AdminListGroupsForUserAsync(
                new AdminListGroupsForUserRequest { UserPoolId = pool, Username = name, Limit = MaximumGroups }, cancellationToken);
            return [.. (groups.Groups ?? []).Select(static group => group.GroupName)];
        }
        catch (UserNotFoundException)
        {
            return null;
        }
    }
}
