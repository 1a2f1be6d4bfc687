{{/* What every pod of ours has in common, so that no pod is weaker than the next. */}}

{{- define "mizban.pod.ground" -}}
automountServiceAccountToken: false
# The links to a service named `mizban` would be variables `MIZBAN_…`, which the program refuses.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .Values.runAs.user }}
  runAsGroup: {{ .Values.runAs.group }}
  fsGroup: {{ .Values.runAs.group }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{- define "mizban.container.ground" -}}
image: {{ include "mizban.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{/* Which nodes may run a pod, and how urgently: the values of serve or worker. */}}
{{- define "mizban.nodes" -}}
priorityClassName: {{ .priorityClassName | quote }}
nodeSelector: {{ toYaml .nodeSelector | nindent 2 }}
tolerations: {{ toYaml .tolerations | nindent 2 }}
{{- end -}}

{{/* One file of the folder of secrets: (dict "secret" … "path" …). */}}
{{- define "mizban.secret" -}}
- secret:
    name: {{ .secret.existingSecret }}
    items:
      - key: {{ .secret.key }}
        path: {{ .path }}
{{- end -}}

{{/* A Deployment's pod: (dict "root" $ "component" "serve"). */}}
{{- define "mizban.pod" -}}
{{- $root := .root -}}
{{- $values := index .root.Values .component -}}
metadata:
  annotations:
    # New settings make new pods; a changed secret does not, and takes a rollout by hand.
    checksum/settings: {{ include (print $root.Template.BasePath "/settings.yaml") $root | sha256sum }}
    {{- with $values.annotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  labels:
    {{- include "mizban.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .component }}
spec:
  serviceAccountName: {{ include "mizban.fullname" $root }}
  {{- include "mizban.pod.ground" $root | nindent 2 }}
  # Not ready, drained, the last jobs, the probes closed: the program's own order, and some room.
  terminationGracePeriodSeconds: {{ include "mizban.patience" $root }}
  topologySpreadConstraints:
    {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      # A cluster of one zone must still be able to run it; only nodes can be insisted on.
      whenUnsatisfiable: {{ hasSuffix "hostname" . | ternary $values.spread "ScheduleAnyway" }}
      labelSelector:
        matchLabels:
          {{- include "mizban.selector" $root | nindent 10 }}
          app.kubernetes.io/component: {{ $.component }}
    {{- end }}
  {{- include "mizban.nodes" $values | nindent 2 }}
  {{- with $values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .component }}
      args: [{{ .component }}]
      {{- include "mizban.container.ground" $root | nindent 6 }}
      envFrom:
        - configMapRef:
            name: {{ include "mizban.fullname" $root }}
      ports:
        {{- if eq .component "serve" }}
        - name: http
          containerPort: 8080
        {{- end }}
        - name: internal
          containerPort: 8081
      # The internal address answers from the first moment; ready comes when the database does.
      startupProbe:
        httpGet: { path: /livez, port: internal }
        periodSeconds: 2
        failureThreshold: 30
      livenessProbe:
        httpGet: { path: /livez, port: internal }
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 6
      readinessProbe:
        httpGet: { path: /readyz, port: internal }
        periodSeconds: 5
        timeoutSeconds: 4
        failureThreshold: 2
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      volumeMounts:
        - name: data
          mountPath: /var/lib/mizban
        - name: secrets
          mountPath: /run/secrets/mizban
          readOnly: true
  volumes:
    # Uploads on their way to the store; nothing here is worth keeping.
    - name: data
      emptyDir:
        sizeLimit: {{ $values.spool }}
    - name: secrets
      projected:
        defaultMode: 0440
        sources:
          {{- with $root.Values.secrets }}
          {{- include "mizban.secret" (dict "secret" .databaseUrl "path" "database_url") | nindent 10 }}
          {{- include "mizban.secret" (dict "secret" .deploymentKey "path" "secrets_key") | nindent 10 }}
          {{- include "mizban.secret" (dict "secret" .storageAccessKey "path" "storage_access_key") | nindent 10 }}
          {{- include "mizban.secret" (dict "secret" .storageSecretKey "path" "storage_secret_key") | nindent 10 }}
          {{- end }}
{{- end -}}

{{/* Seconds of a span as the program writes it: 250ms, 10s, 5m. */}}
{{- define "mizban.seconds" -}}
{{- if hasSuffix "ms" . -}}
{{- div (add (trimSuffix "ms" . | int64) 999) 1000 -}}
{{- else if hasSuffix "m" . -}}
{{- mul (trimSuffix "m" . | int64) 60 -}}
{{- else -}}
{{- trimSuffix "s" . | int64 -}}
{{- end -}}
{{- end -}}

{{- define "mizban.patience" -}}
{{- $grace := include "mizban.seconds" .Values.settings.stop.grace | int64 -}}
{{- $drain := include "mizban.seconds" .Values.settings.stop.drain | int64 -}}
{{- add (mul 2 $grace) (mul 2 $drain) 10 -}}
{{- end -}}
