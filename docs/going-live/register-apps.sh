#!/usr/bin/env bash
# Makes (or brings up to date) Passaggio's five app registrations in Microsoft Entra, with exactly the rights
# each needs, their optional claims, app roles and consent. Safe to repeat: what is there is updated.
#
#   az login --tenant <tenant>        as somebody who may register apps and consent for the tenant
#   docs/going-live/register-apps.sh https://passaggio.example.com             registers and shows
#   docs/going-live/register-apps.sh https://passaggio.example.com --secrets   also makes a secret for each
#
# Needs the Azure CLI and jq. NOT TRIED AGAINST A REAL TENANT: run it on a test tenant first and compare the
# result with the tables of docs/going-live.md.
set -euo pipefail

portal_url=${1:?say where people will reach the portal, https://…}
portal_url=${portal_url%/}
with_secrets=${2:-}
graph=https://graph.microsoft.com/v1.0
graph_app_id=00000003-0000-0000-c000-000000000000
secret_days=180

[[ $portal_url == https://* ]] || { echo "The portal's address must begin with https://" >&2; exit 64; }

call() { # method path [body]
  local arguments=(rest --only-show-errors --output json --method "$1" --url "$graph$2")
  [[ $# -lt 3 ]] || arguments+=(--headers Content-Type=application/json --body "$3")
  az "${arguments[@]}"
}

# Microsoft Graph's own rights, so that names become the ids of this cloud.
graph_principal=$(call GET "/servicePrincipals(appId='$graph_app_id')?\$select=id,appRoles,oauth2PermissionScopes")
graph_id=$(jq -r .id <<<"$graph_principal")

right_id() { # appRoles|oauth2PermissionScopes name
  local id
  id=$(jq -r --arg kind "$1" --arg name "$2" '.[$kind][] | select(.value == $name) | .id' <<<"$graph_principal")
  [[ -n $id ]] || { echo "Microsoft Graph has no right named $2 here" >&2; exit 1; }
  echo "$id"
}

needed() { # Role|Scope names…
  local kind=$1 list=oauth2PermissionScopes name id; shift
  [[ $kind == Role ]] && list=appRoles
  for name in "$@"; do
    id=$(right_id "$list" "$name")
    jq -n --arg id "$id" --arg type "$kind" '{id: $id, type: $type}'
  done | jq -s --arg app "$graph_app_id" 'if . == [] then [] else [{resourceAppId: $app, resourceAccess: .}] end'
}

ensure_app() { # name body → the registration, as JSON
  local name=$1 body=$2 found id
  found=$(call GET "/applications?\$filter=displayName eq '${name// /%20}'&\$select=id,appId,appRoles")
  case $(jq '.value | length' <<<"$found") in
    0) call POST /applications "$(jq --arg name "$name" '. + {displayName: $name, signInAudience: "AzureADMyOrg"}' <<<"$body")" ;;
    1) id=$(jq -r '.value[0].id' <<<"$found")
       # Roles that are there keep their ids, or everybody would lose theirs.
       body=$(jq --argjson old "$(jq '.value[0].appRoles' <<<"$found")" '
         if .appRoles then .appRoles |= map(. as $new | ($old[] | select(.value == $new.value)) // $new) else . end' <<<"$body")
       call PATCH "/applications/$id" "$body" >/dev/null
       call GET "/applications/$id?\$select=id,appId" ;;
    *) echo "There is more than one registration named $name: delete or rename the others" >&2; exit 1 ;;
  esac
}

ensure_principal() { # appId assignmentRequired → object id
  local found
  found=$(call GET "/servicePrincipals?\$filter=appId eq '$1'&\$select=id" | jq -r '.value[0].id // empty')
  [[ -n $found ]] || found=$(call POST /servicePrincipals "{\"appId\":\"$1\"}" | jq -r .id)
  call PATCH "/servicePrincipals/$found" "{\"appRoleAssignmentRequired\":$2}" >/dev/null
  echo "$found"
}

consent_scopes() { # principal scopes…: exactly these, for everybody
  local principal=$1 scope grant; shift; scope="$*"
  grant=$(call GET "/oauth2PermissionGrants?\$filter=clientId eq '$principal' and resourceId eq '$graph_id' and consentType eq 'AllPrincipals'" | jq -r '.value[0].id // empty')
  if [[ -n $grant ]]; then call PATCH "/oauth2PermissionGrants/$grant" "$(jq -n --arg scope "$scope" '{scope: $scope}')" >/dev/null
  elif [[ -n $scope ]]; then
    call POST /oauth2PermissionGrants "$(jq -n --arg client "$principal" --arg resource "$graph_id" --arg scope "$scope" \
      '{clientId: $client, consentType: "AllPrincipals", resourceId: $resource, scope: $scope}')" >/dev/null
  fi
}

consent_roles() { # principal roles…: adds what is missing, and names what is too much
  local principal=$1 given name id; shift
  given=$(call GET "/servicePrincipals/$principal/appRoleAssignments" | jq --arg graph "$graph_id" '[.value[] | select(.resourceId == $graph) | .appRoleId]')
  for name in "$@"; do
    id=$(right_id appRoles "$name")
    if ! jq -e --arg id "$id" 'index($id)' <<<"$given" >/dev/null; then
      call POST "/servicePrincipals/$principal/appRoleAssignments" "$(jq -n --arg me "$principal" --arg graph "$graph_id" --arg id "$id" \
        '{principalId: $me, resourceId: $graph, appRoleId: $id}')" >/dev/null
    fi
    given=$(jq --arg id "$id" '. - [$id]' <<<"$given")
  done
  [[ $(jq length <<<"$given") == 0 ]] || echo "  Take these rights away again, the portal does not need them: $(jq -c . <<<"$given")" >&2
}

say_secret() { # prefix objectId
  [[ $with_secrets == --secrets ]] || return 0
  local until
  until=$(date -u -d "+$secret_days days" +%Y-%m-%dT%H:%M:%SZ)
  echo "$1_CLIENT_SECRET=$(call POST "/applications/$2/addPassword" "{\"passwordCredential\":{\"displayName\":\"Passaggio\",\"endDateTime\":\"$until\"}}" | jq -r .secretText)"
}

# Without these three claims nothing can be proved by a sign-in.
claims='{"idToken":[{"name":"amr","essential":false},{"name":"auth_time","essential":false},{"name":"acrs","essential":false}]}'

sign_in_app() { # PREFIX "Name" provider assignmentRequired extra scopes…
  local prefix=$1 name=$2 provider=$3 assigned=$4 extra=$5; shift 5
  set -- openid profile "$@" # so that nobody is asked to consent
  local body app principal
  body=$(jq -n --arg uri "$portal_url/api/auth/callback/$provider" --argjson claims "$claims" --argjson extra "$extra" \
    --argjson access "$(needed Scope "$@")" \
    '{web: {redirectUris: [$uri], implicitGrantSettings: {enableIdTokenIssuance: false, enableAccessTokenIssuance: false}},
      optionalClaims: $claims, requiredResourceAccess: $access, isFallbackPublicClient: false} + $extra')
  app=$(ensure_app "$name" "$body")
  principal=$(ensure_principal "$(jq -r .appId <<<"$app")" "$assigned")
  consent_scopes "$principal" "$@"
  echo "$prefix""_CLIENT_ID=$(jq -r .appId <<<"$app")"
  say_secret "$prefix" "$(jq -r .id <<<"$app")"
}

unattended_app() { # PREFIX "Name" roles…
  local prefix=$1 name=$2; shift 2
  local app principal
  app=$(ensure_app "$name" "$(jq -n --argjson access "$(needed Role "$@")" '{requiredResourceAccess: $access, isFallbackPublicClient: false}')")
  principal=$(ensure_principal "$(jq -r .appId <<<"$app")" false)
  consent_roles "$principal" "$@"
  echo "$prefix""_CLIENT_ID=$(jq -r .appId <<<"$app")"
  say_secret "$prefix" "$(jq -r .id <<<"$app")"
}

app_roles=$(for value in Planner SiteCoordinator Technician Verifier Helpdesk Approver Auditor Owner; do
  jq -n --arg value "$value" --arg id "$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen | tr 'A-Z' 'a-z')" \
    '{id: $id, value: $value, displayName: $value, description: ("Passaggio: " + $value), allowedMemberTypes: ["User"], isEnabled: true}'
done | jq -s '{appRoles: .}')

echo "TENANT_ID=$(az account show --query tenantId --output tsv)"
echo "PORTAL_URL=$portal_url"

# Everybody signs in here; no right at Graph.
sign_in_app PORTAL "Passaggio Portal" portal false "$app_roles"

# One's own registrations, right after a fresh sign-in.
sign_in_app SELF "Passaggio Self" self false '{}' \
  UserAuthMethod-MicrosoftAuthApp.ReadWrite UserAuthMethod-Passkey.ReadWrite

# Agents only: assign them (or their group) to the enterprise application.
sign_in_app DESK "Passaggio Desk" desk true '{}' \
  UserAuthMethod-MicrosoftAuthApp.ReadWrite.All UserAuthMethod-Phone.ReadWrite.All \
  UserAuthMethod-SoftwareOATH.ReadWrite.All UserAuthMethod-Passkey.ReadWrite.All \
  UserAuthMethod-TAP.ReadWrite.All UserAuthenticationMethod.Read.All \
  User.RevokeSessions.All User.Read.All

# The worker reads; it can change nothing.
unattended_app READER "Passaggio Reader" \
  User.Read.All GroupMember.Read.All UserAuthenticationMethod.Read.All AuditLog.Read.All \
  RoleManagement.Read.Directory RoleEligibilitySchedule.Read.Directory RoleAssignmentSchedule.Read.Directory \
  Policy.Read.All Policy.Read.AuthenticationMethod AuthenticationContext.Read.All Domain.Read.All

# Sends mail. Limit it to one mailbox before giving the credential to anybody: docs/going-live.md.
unattended_app MAIL "Passaggio Mail" Mail.Send
