using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Constructs;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Infra.Constructs.Access;

/// <summary>
/// People of the API in a user pool of their own, with a group for each role. Nobody signs up: an administrator of the account adds people,
/// who choose a password and may add a second factor.
/// </summary>
internal sealed class ApiUsers : Construct
{
    /// <summary>Adds the pool, its groups and its client.</summary>
    public ApiUsers(ContactCenterStack stack, ApiRoles roles)
        : base(stack, "Users")
    {
        Pool = new UserPool(this, "Pool", new UserPoolProps
        {
            UserPoolName = stack.Named("people"),
            SelfSignUpEnabled = false,
            SignInAliases = new SignInAliases { Email = true },
            AutoVerify = new AutoVerifiedAttrs { Email = true },
            Mfa = Mfa.OPTIONAL,
            MfaSecondFactor = new MfaSecondFactor { Otp = true, Sms = false },
            PasswordPolicy = new PasswordPolicy { MinLength = 14 },
            AccountRecovery = AccountRecovery.EMAIL_ONLY,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        foreach (var group in roles.Viewer.Union(roles.Responder).Union(roles.Administrator))
        {
            _ = new CfnUserPoolGroup(this, LogicalId.Of("Group", group), new CfnUserPoolGroupProps
            {
                UserPoolId = Pool.UserPoolId,
                GroupName = group,
            });
        }

        var client = Pool.AddClient("Client", new UserPoolClientOptions
        {
            UserPoolClientName = stack.Named("api"),
            GenerateSecret = false,
            DisableOAuth = true,
            AuthFlows = new AuthFlow { UserSrp = true, UserPassword = true },
            PreventUserExistenceErrors = true,
            AccessTokenValidity = Duration.Hours(1),
            IdTokenValidity = Duration.Hours(1),
            RefreshTokenValidity = Duration.Hours(12),
        });
        (Issuer, Client) = (Pool.UserPoolProviderUrl, client.UserPoolClientId);
    }

    /// <summary>What tokens name as their issuer.</summary>
    public string Issuer { get; }

    /// <summary>For whom they are.</summary>
    public string Client { get; }

    /// <summary>Id of the pool, to add people to.</summary>
    public string PoolId => Pool.UserPoolId;

    /// <summary>The pool.</summary>
    public UserPool Pool { get; }
}
