using ContactCenter.Infra;

// What the CDK command line runs: cdk.json says so. Problems of the configuration end it before anything is synthesised.
return DeploymentApp.Run(Console.Error);
